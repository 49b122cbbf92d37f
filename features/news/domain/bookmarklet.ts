/**
 * The address of a bookmark that opens the form to add news, filled with the page one is on. It only opens a window: nothing
 * of the page is changed, and nothing is sent before the form is saved.
 */
export function bookmarkletOf(formAddress: string): string {
  const script = `(()=>{const q=new URLSearchParams({url:location.href,title:document.title,text:String(getSelection()).slice(0,5000)});open(${JSON.stringify(`${formAddress}?`)}+q,"_blank","width=760,height=860")})()`;
  return `javascript:${encodeURIComponent(script)}`;
}
