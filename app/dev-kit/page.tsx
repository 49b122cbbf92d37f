import { getLocale } from "next-intl/server";
import { Button } from "@/components/button";
import { ChartWithTable } from "@/components/charts/chart-with-table";
import { StanceChart } from "@/components/charts/stance-chart";
import { DataTable } from "@/components/data-table";
import { DateText } from "@/components/date-text";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { FilterBar } from "@/components/filter-bar";
import { KeysetPager } from "@/components/keyset-pager";
import { LinkButton } from "@/components/link-button";
import { LoadingState } from "@/components/loading-state";
import { MoneyText } from "@/components/money-text";
import { PageHeader } from "@/components/page-header";
import { RelativeTime } from "@/components/relative-time";
import { SeriesSwatch } from "@/components/series-swatch";
import { AppShell } from "@/components/shell/app-shell";
import { ShellMenu } from "@/components/shell/shell-menu";
import { Sparkline } from "@/components/sparkline";
import { Stat, Stats } from "@/components/stat";
import { StatusBadge } from "@/components/status-badge";
import { DemoForm } from "./form";
import { DemoSearch } from "./search";

const names = [
  ["Multimodal", "多模态"],
  ["Open source through MoE", "MoE 与开源"],
  ["Personalized agents", "个性化智能体"],
  ["Visual generation", "视觉生成与元宇宙"],
  ["World model", "世界模型"],
  ["Reasoning", "推理"],
  ["Memory", "记忆与学习"],
  ["Modality", "模态层"],
];
const day = (n: number) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10);

export default async function DevKit({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | undefined>>;
}) {
  const locale = await getLocale();
  const params = await searchParams;
  const zh = locale === "zh-CN";
  const count = Number(params.series ?? 4);
  const series = names.slice(0, count).map((name, index) => ({
    key: `s${index}`,
    label: (zh ? name[1] : name[0]) ?? "",
    colorIndex: index,
    points: Array.from({ length: 26 }, (_, week) => ({
      start: day(week * 7),
      end: day(week * 7 + 6),
      value:
        index === 2 && week === 7
          ? null
          : Math.round(
              (14 + 9 * Math.sin(week / 3 + index) + index * 3 + ((week * 7 + index * 3) % 5)) *
                (week === 25 ? 0.4 : 1),
            ),
      complete: week < 25,
      href: `/dev-kit?week=${week}&s=${index}`,
      tooltip: index === 0 ? [[zh ? "独立来源" : "independent sources", "7"] as const] : [],
    })),
  }));
  const rows = Array.from({ length: 12 }, (_, index) => ({ id: `r${index}`, index }));
  return (
    <AppShell
      items={[
        { href: "/dev-kit", label: zh ? "概览" : "Overview", icon: "overview", exact: true },
        { href: "/w/news", label: zh ? "新闻" : "News", icon: "news", badge: "128" },
        { href: "/w/theses", label: zh ? "投资主题" : "Theses", icon: "thesis" },
        { href: "/w/companies", label: zh ? "公司" : "Companies", icon: "company" },
        { href: "/w/deals", label: zh ? "项目" : "Deals", icon: "deal" },
        { href: "/w/trends", label: zh ? "趋势" : "Trends", icon: "trend" },
        { href: "/w/claims", label: "Claims", icon: "claim" },
        { href: "/w/settings", label: zh ? "设置" : "Settings", icon: "settings", divided: true },
      ]}
      workspace={
        <ShellMenu align="start" label="Workspace: Blue Fund" trigger={<strong>Blue Fund 蓝海基金</strong>}>
          <a href="/x">Blue Fund</a>
          <a href="/y">Red Fund</a>
        </ShellMenu>
      }
      search={<DemoSearch />}
      account={
        <ShellMenu label="Account: Lin" trigger="Lin">
          <a href="/profile">Profile</a>
          <button type="button">Sign out</button>
        </ShellMenu>
      }
    >
      <PageHeader
        title={zh ? "新闻" : "News"}
        description={zh ? "世界对我们的判断说了什么。" : "What the world said about what we believe."}
        breadcrumbs={[{ label: zh ? "概览" : "Overview", href: "/dev-kit" }]}
        actions={
          <>
            <Button>{zh ? "导出" : "Export"}</Button>
            <LinkButton href="/new" look="primary">
              {zh ? "添加新闻" : "Add item"}
            </LinkButton>
          </>
        }
      />
      <Stats>
        <Stat
          label={zh ? "本周新闻" : "Items this week"}
          value="128"
          href="/x"
          change={{ direction: "up", text: "12%" }}
        />
        <Stat
          label={zh ? "独立来源" : "Independent sources"}
          value="41"
          change={{ direction: "same", text: "" }}
        />
        <Stat
          label={zh ? "进行中的项目" : "Open deals"}
          value={<MoneyText compact money={{ value: "12600000.00", currency: "USD" }} />}
          note="9 deals"
        />
        <Stat label={zh ? "待裁定的判断" : "Claims to resolve"} value="3" />
      </Stats>
      <FilterBar
        filters={[
          {
            kind: "search",
            name: "q",
            label: zh ? "搜索" : "Search",
            placeholder: zh ? "标题、正文、公司" : "Title, text, company",
          },
          {
            kind: "many",
            name: "thesis",
            label: zh ? "主题" : "Thesis",
            options: names.map((name, index) => ({
              value: `t${index}`,
              label: (zh ? name[1] : name[0]) ?? "",
            })),
          },
          {
            kind: "select",
            name: "stance",
            label: zh ? "立场" : "Stance",
            options: [
              { value: "for", label: "For" },
              { value: "against", label: "Against" },
            ],
          },
          { kind: "dates", from: "from", to: "to", label: zh ? "发布日期" : "Published" },
          { kind: "toggle", name: "unread", label: zh ? "只看未读" : "Unread only" },
        ]}
      />
      <DataTable
        caption="News"
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/dev-kit/${row.id}`}
        columns={[
          {
            id: "title",
            header: zh ? "标题" : "Title",
            role: "primary",
            cell: (row) =>
              zh
                ? `月之暗面发布长上下文模型，支持两百万字输入（${row.index}）`
                : `Mixtral 8x22B released under Apache 2.0, part ${row.index}`,
          },
          {
            id: "thesis",
            header: zh ? "主题" : "Thesis",
            cell: (row) => (
              <span style={{ display: "inline-flex", gap: 6, alignItems: "center" }}>
                <SeriesSwatch index={row.index} />
                {names[row.index % 8]?.[zh ? 1 : 0]}
              </span>
            ),
          },
          {
            id: "stance",
            header: zh ? "立场" : "Stance",
            cell: (row) => (
              <StatusBadge
                tone={
                  (["positive", "negative", "neutral", "warning", "info"] as const)[row.index % 5] ??
                  "neutral"
                }
              >
                {row.index % 2 ? "Against" : "For"}
              </StatusBadge>
            ),
          },
          {
            id: "trend",
            header: "12w",
            role: "wide",
            cell: (row) => (
              <Sparkline
                values={[3, 5, 2, 8, 6, 9, 4, 7, 10, 6, 8, 3]}
                label="12 weeks"
                colorIndex={row.index}
                unfinished
              />
            ),
          },
          {
            id: "amount",
            header: zh ? "金额" : "Amount",
            kind: "number",
            sort: { href: "/dev-kit?sort=amount", direction: "desc" },
            cell: (row) => (
              <MoneyText money={{ value: `${1200000 + row.index * 31000}.00`, currency: "USD" }} />
            ),
          },
          {
            id: "date",
            header: zh ? "日期" : "Date",
            kind: "nowrap",
            sort: { href: "/dev-kit?sort=date" },
            cell: () => <DateText value="2024-02-16T18:00:00Z" timeZone="Asia/Shanghai" />,
          },
          {
            id: "seen",
            header: zh ? "收录" : "Seen",
            kind: "nowrap",
            role: "wide",
            cell: () => (
              <RelativeTime
                value="2024-02-16T18:00:00Z"
                now="2024-02-18T20:00:00Z"
                timeZone="Asia/Shanghai"
              />
            ),
          },
        ]}
      />
      <KeysetPager pathname="/dev-kit" searchParams={params} nextCursor="abc" count={12} />
      {params.list === undefined && (
        <div style={{ display: "grid", gap: 24, marginTop: 24 }}>
          <ChartWithTable
            series={series}
            bucket="week"
            valueFormat="count"
            title={zh ? "各主题每周新闻数" : "News per thesis and week"}
            height={280}
            locale={locale}
          />
          <StanceChart
            title={zh ? "支持与反对" : "For and against"}
            bucket="week"
            height={200}
            locale={locale}
            points={Array.from({ length: 20 }, (_, week) => ({
              start: day(week * 7),
              end: day(week * 7 + 6),
              complete: week < 19,
              for: (week * 5) % 9,
              neutral: (week * 3) % 5,
              against: (week * 7) % 6,
              href: { for: `/dev-kit?f=${week}` },
            }))}
          />
          <DemoForm />
          <EmptyState
            title={zh ? "还没有新闻" : "No news yet"}
            description={
              zh ? "添加订阅源后，新闻会在几分钟内出现。" : "Add a feed; its items arrive within minutes."
            }
            actions={<Button look="primary">{zh ? "添加订阅源" : "Add a feed"}</Button>}
          />
          <ErrorState
            description="The feed server did not answer."
            reference="0192-abc"
            actions={<Button>Retry</Button>}
          />
          <LoadingState kind="table" rows={3} />
        </div>
      )}
    </AppShell>
  );
}
