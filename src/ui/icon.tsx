import type { LucideIcon } from "lucide-react";
import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowLeft from "lucide-react/icons/arrow-left";
import ArrowRight from "lucide-react/icons/arrow-right";
import ArrowUp from "lucide-react/icons/arrow-up";
import Award from "lucide-react/icons/award";
import BadgePercent from "lucide-react/icons/badge-percent";
import Bell from "lucide-react/icons/bell";
import BookOpen from "lucide-react/icons/book-open";
import Building2 from "lucide-react/icons/building-2";
import Calendar from "lucide-react/icons/calendar";
import ChartNoAxesColumn from "lucide-react/icons/chart-no-axes-column";
import Check from "lucide-react/icons/check";
import ChevronDown from "lucide-react/icons/chevron-down";
import ChevronLeft from "lucide-react/icons/chevron-left";
import ChevronRight from "lucide-react/icons/chevron-right";
import CircleAlert from "lucide-react/icons/circle-alert";
import CircleCheck from "lucide-react/icons/circle-check";
import CircleDot from "lucide-react/icons/circle-dot";
import CircleQuestionMark from "lucide-react/icons/circle-question-mark";
import CircleSlash from "lucide-react/icons/circle-slash";
import CircleX from "lucide-react/icons/circle-x";
import Clock from "lucide-react/icons/clock";
import Columns3 from "lucide-react/icons/columns-3";
import Copy from "lucide-react/icons/copy";
import Download from "lucide-react/icons/download";
import Equal from "lucide-react/icons/equal";
import EqualApproximately from "lucide-react/icons/equal-approximately";
import EqualNot from "lucide-react/icons/equal-not";
import ExternalLink from "lucide-react/icons/external-link";
import Eye from "lucide-react/icons/eye";
import FileCheck from "lucide-react/icons/file-check";
import FileText from "lucide-react/icons/file-text";
import Flag from "lucide-react/icons/flag";
import Gauge from "lucide-react/icons/gauge";
import Globe from "lucide-react/icons/globe";
import Handshake from "lucide-react/icons/handshake";
import History from "lucide-react/icons/history";
import Hourglass from "lucide-react/icons/hourglass";
import House from "lucide-react/icons/house";
import Inbox from "lucide-react/icons/inbox";
import Info from "lucide-react/icons/info";
import KeyRound from "lucide-react/icons/key-round";
import Languages from "lucide-react/icons/languages";
import Link from "lucide-react/icons/link";
import ListChecks from "lucide-react/icons/list-checks";
import ListFilter from "lucide-react/icons/list-filter";
import Lock from "lucide-react/icons/lock";
import LogOut from "lucide-react/icons/log-out";
import Mail from "lucide-react/icons/mail";
import MailOpen from "lucide-react/icons/mail-open";
import MapPin from "lucide-react/icons/map-pin";
import Megaphone from "lucide-react/icons/megaphone";
import Menu from "lucide-react/icons/menu";
import MessageCircleQuestionMark from "lucide-react/icons/message-circle-question-mark";
import MessageSquare from "lucide-react/icons/message-square";
import Monitor from "lucide-react/icons/monitor";
import Moon from "lucide-react/icons/moon";
import NotebookPen from "lucide-react/icons/notebook-pen";
import Package from "lucide-react/icons/package";
import Paperclip from "lucide-react/icons/paperclip";
import Pencil from "lucide-react/icons/pencil";
import Phone from "lucide-react/icons/phone";
import Plus from "lucide-react/icons/plus";
import Printer from "lucide-react/icons/printer";
import ReceiptText from "lucide-react/icons/receipt-text";
import RefreshCw from "lucide-react/icons/refresh-cw";
import RotateCcw from "lucide-react/icons/rotate-ccw";
import Scale from "lucide-react/icons/scale";
import Search from "lucide-react/icons/search";
import Send from "lucide-react/icons/send";
import Settings from "lucide-react/icons/settings";
import ShieldCheck from "lucide-react/icons/shield-check";
import ShieldOff from "lucide-react/icons/shield-off";
import Sparkles from "lucide-react/icons/sparkles";
import SquarePen from "lucide-react/icons/square-pen";
import Sun from "lucide-react/icons/sun";
import SunMoon from "lucide-react/icons/sun-moon";
import Table2 from "lucide-react/icons/table-2";
import Tag from "lucide-react/icons/tag";
import Timer from "lucide-react/icons/timer";
import TimerOff from "lucide-react/icons/timer-off";
import Trash2 from "lucide-react/icons/trash-2";
import TrendingDown from "lucide-react/icons/trending-down";
import TrendingUp from "lucide-react/icons/trending-up";
import Triangle from "lucide-react/icons/triangle";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import Trophy from "lucide-react/icons/trophy";
import Undo2 from "lucide-react/icons/undo-2";
import Upload from "lucide-react/icons/upload";
import UserPlus from "lucide-react/icons/user-plus";
import UserRound from "lucide-react/icons/user-round";
import UserRoundCog from "lucide-react/icons/user-round-cog";
import Users from "lucide-react/icons/users";
import Wallet from "lucide-react/icons/wallet";
import X from "lucide-react/icons/x";
import { classes } from "@/ui/classes";
import { Glyph, type GlyphProps } from "@/ui/glyph";

/** The icons of the product by their lucide name. A client component imports its own icon instead of this map. */
const icons = {
  "arrow-down": ArrowDown,
  "arrow-left": ArrowLeft,
  "arrow-right": ArrowRight,
  "arrow-up": ArrowUp,
  award: Award,
  "badge-percent": BadgePercent,
  bell: Bell,
  "book-open": BookOpen,
  "building-2": Building2,
  calendar: Calendar,
  "chart-no-axes-column": ChartNoAxesColumn,
  check: Check,
  "chevron-down": ChevronDown,
  "chevron-left": ChevronLeft,
  "chevron-right": ChevronRight,
  "circle-alert": CircleAlert,
  "circle-check": CircleCheck,
  "circle-dot": CircleDot,
  "circle-question-mark": CircleQuestionMark,
  "circle-slash": CircleSlash,
  "circle-x": CircleX,
  clock: Clock,
  "columns-3": Columns3,
  copy: Copy,
  download: Download,
  equal: Equal,
  "equal-approximately": EqualApproximately,
  "equal-not": EqualNot,
  "external-link": ExternalLink,
  eye: Eye,
  "file-check": FileCheck,
  "file-text": FileText,
  flag: Flag,
  gauge: Gauge,
  globe: Globe,
  handshake: Handshake,
  history: History,
  hourglass: Hourglass,
  house: House,
  inbox: Inbox,
  info: Info,
  "key-round": KeyRound,
  languages: Languages,
  link: Link,
  "list-checks": ListChecks,
  "list-filter": ListFilter,
  lock: Lock,
  "log-out": LogOut,
  mail: Mail,
  "mail-open": MailOpen,
  "map-pin": MapPin,
  megaphone: Megaphone,
  menu: Menu,
  "message-circle-question-mark": MessageCircleQuestionMark,
  "message-square": MessageSquare,
  monitor: Monitor,
  moon: Moon,
  "notebook-pen": NotebookPen,
  package: Package,
  paperclip: Paperclip,
  pencil: Pencil,
  phone: Phone,
  plus: Plus,
  printer: Printer,
  "receipt-text": ReceiptText,
  "refresh-cw": RefreshCw,
  "rotate-ccw": RotateCcw,
  scale: Scale,
  search: Search,
  send: Send,
  settings: Settings,
  "shield-check": ShieldCheck,
  "shield-off": ShieldOff,
  sparkles: Sparkles,
  "square-pen": SquarePen,
  sun: Sun,
  "sun-moon": SunMoon,
  "table-2": Table2,
  tag: Tag,
  timer: Timer,
  "timer-off": TimerOff,
  "trash-2": Trash2,
  "trending-down": TrendingDown,
  "trending-up": TrendingUp,
  triangle: Triangle,
  "triangle-alert": TriangleAlert,
  trophy: Trophy,
  "undo-2": Undo2,
  upload: Upload,
  "user-plus": UserPlus,
  "user-round": UserRound,
  "user-round-cog": UserRoundCog,
  users: Users,
  wallet: Wallet,
  x: X,
} as const satisfies Record<string, LucideIcon>;

export type IconName = keyof typeof icons;

const directional: ReadonlySet<string> = new Set([
  "arrow-left",
  "arrow-right",
  "chevron-left",
  "chevron-right",
  "log-out",
  "send",
  "trending-up",
  "undo-2",
]);

export type IconProps = Omit<GlyphProps, "shape"> & { name: IconName };

export function Icon({ name, className, ...rest }: IconProps) {
  return (
    <Glyph
      shape={icons[name]}
      className={classes(directional.has(name) && "mirror-rtl", className) || undefined}
      {...rest}
    />
  );
}
