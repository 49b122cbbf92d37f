/** The mail with a reset link. Both languages: what the reader prefers is not known to someone signed out. */
export function resetMail(name: string, link: string): { subject: string; text: string } {
  return {
    subject: "Throughline: choose a new password · 重置密码",
    text: `Hello ${name},

someone, probably you, asked for a new password for your Throughline account. Choose it here:

${link}

The link works for one hour and once. If it was not you, ignore this mail: nothing has changed.

———

${name}，你好：

有人（应该是你）申请重置主线（Throughline）账户的密码。请打开上面的链接设置新密码。
链接一小时内有效，且只能使用一次。如果不是你本人操作，请忽略这封邮件，账户不会有任何变化。
`,
  };
}
