#!/usr/bin/python3 -B
# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""alert.list, alert.show, oncall.show and room.handover: what the room itself holds, told so that a person reads it in five seconds."""
import sys

import wardroom as w

SEVERITIES = ("info", "low", "medium", "high", "critical")
CHINESE = {"info": "提示", "low": "低", "medium": "中", "high": "高", "critical": "严重", "detected": "已发现", "triaged": "已研判", "containing": "遏制中",
           "eradicated": "已清除", "recovered": "已恢复", "reviewed": "已复盘", "true": "真实攻击", "false": "误报", "benign": "属实无害"}
SHOWN = 30


def word(request, text):
    return CHINESE.get(text, text) if request.chinese else text


def items(request, name):
    return [each for each in request.room.get(name) or [] if isinstance(each, dict)]


def said(each, name):
    value = each.get(name)
    return w.clean(value) if isinstance(value, str) else ""


def number(each, name):
    return each[name] if isinstance(each.get(name), int) else 0


def source(request):
    return request.t("this workspace's record", "本工作区记录") + request.t(" · now", " · 当前")


def alerts(request):
    """The alerts, newest first; a copy of one that is here too is the same alert."""
    found = items(request, "alerts")
    originals = {(said(each, "tool"), said(each, "scenario"), said(each, "source"), number(each, "last")) for each in found if not each.get("copied")}
    return [each for each in found if not each.get("copied")
            or (said(each, "tool"), said(each, "scenario"), said(each, "source"), number(each, "last")) not in originals]


def standing(request, alert):
    """How far an alert has come, in words and a tone."""
    t = request.t
    if said(alert, "resolution"):
        return t(f"resolved: {alert['resolution']}", f"已判定：{word(request, alert['resolution'])}"), "good"
    if said(alert, "claimed"):
        return t(f"“that was me”, {said(alert, 'claimed')}", f"“是我做的”，{said(alert, 'claimed')}"), "good"
    if said(alert, "acknowledged"):
        return t(f"taken by {said(alert, 'acknowledged')}", f"{said(alert, 'acknowledged')} 处理中"), "normal"
    return t("open, nobody has it", "未处理，无人认领"), "bad"


def show_list(request):
    t, since = request.t, request.since()
    lowest = request.arg("severity")
    if lowest is not None and lowest not in SEVERITIES:
        raise w.Stop(t(f"a severity is one of {', '.join(SEVERITIES)}", f"严重程度为 {'、'.join(SEVERITIES)} 之一"))
    state = request.arg("state")
    found = [each for each in alerts(request) if (since is None or number(each, "at") >= since)
             and (lowest is None or said(each, "severity") in SEVERITIES[SEVERITIES.index(lowest):])
             and (state is None or bool(each.get("open")) == (state == "open"))]
    waiting = [each for each in found if each.get("open") and not said(each, "acknowledged")]
    if found:
        w.table([t("When", "时间"), t("Severity", "严重程度"), t("What", "内容"), t("From", "来源"), t("Target", "目标"), "×", t("Standing", "状态"), t("Alert", "告警")],
                [[w.when(number(each, "at")), word(request, said(each, "severity")), said(each, "title")[:120], said(each, "source"), said(each, "target"), number(each, "count"),
                  standing(request, each)[0], said(each, "id")[:8]] for each in found[:SHOWN]])
    hours = [0] * 24
    for each in found:
        ago = (request.now - number(each, "at")) // 3600000
        if 0 <= ago < 24:
            hours[23 - ago] += 1
    w.fields([w.row(t("Last 24 h", "最近 24 小时"), w.sparkline(hours), source(request)),
              w.row(t("Nobody has", "无人认领"), str(len(waiting)), source(request), "bad" if waiting else "good")])
    period = "" if since is None else t(f" since {w.when(since)}", f"（自 {w.when(since)}）")
    more = t(f", shown: the newest {SHOWN}", f"，显示最新 {SHOWN} 个") if len(found) > SHOWN else ""
    return w.result(True, t(f"Alerts{period}: {len(found)}, waiting: {len(waiting)}", f"告警{period}：{len(found)} 个，待处理：{len(waiting)} 个") + more,
                    {"count": len(found), "waiting": len(waiting), "addresses": list(dict.fromkeys(said(each, "source") for each in found if said(each, "source")))[:20]})


def show_alert(request):
    t, wanted = request.t, request.arg("alert")
    found = alerts(request)
    hits = [each for each in found if wanted is None and each.get("open") or wanted is not None and (said(each, "id").startswith(wanted) or said(each, "source") == wanted)]
    if not hits:
        # That is the answer, and no failure of whoever looked.
        none = t("there is no open alert here", "这里没有未处理的告警") if wanted is None else t(f"there is no alert {wanted} here", f"这里没有告警 {wanted}")
        w.text(none + t(". /alert list shows which there are.", "。/alert list 会列出现有的告警。"))
        return w.result(True, none, {"found": False})
    alert, now = hits[0], source(request)
    words, tone = standing(request, alert)
    severity = said(alert, "severity")
    rows = [w.row(t("Alert", "告警"), said(alert, "title"), said(alert, "tool"), "bad" if severity in ("high", "critical") else "warn"),
            w.row(t("Standing", "状态"), words, now, tone), w.row(t("Severity", "严重程度"), word(request, severity), said(alert, "tool")),
            w.row(t("From", "来源"), said(alert, "source") or "?", said(alert, "tool"), "code"), w.row(t("Target", "目标"), said(alert, "target") or "?", said(alert, "tool"), "code"),
            w.row(t("First seen", "首次出现"), f"{w.when(number(alert, 'at'))} · {request.ago(number(alert, 'at'))}", now),
            w.row(t("Times", "次数"), f"{number(alert, 'count')} · " + t("last ", "最近 ") + request.ago(number(alert, "last")), now), w.row(t("Scenario", "场景"), said(alert, "scenario"), said(alert, "tool"), "code"),
            w.row(t("Seen", "所见"), said(alert, "detail"), said(alert, "tool"))]
    called = [w.clean(str(name)) for name in alert.get("called") or []]
    for label, value in ((t("Called", "已呼叫"), ", ".join(called)), (t("Incident", "事件"), said(alert, "incident")), (t("Words", "说明"), said(alert, "words") or said(alert, "note"))):
        if value:
            rows.append(w.row(label, value, now))
    w.fields([row for row in rows if row["value"]])
    again = [each for each in found if each is not alert and said(each, "source") and said(each, "source") == said(alert, "source")]
    if again:
        w.table([t("Same source, when", "同一来源，时间"), t("What", "内容"), t("Standing", "状态")], [[w.when(number(each, "at")), said(each, "title")[:120], standing(request, each)[0]] for each in again[:8]])
    return w.result(True, f"{said(alert, 'title')[:160]} · {words}", {"alert": said(alert, "id"), "source": said(alert, "source"), "target": said(alert, "target"), "again": len(again)})


def show_oncall(request):
    t = request.t
    oncall = request.room.get("oncall") if isinstance(request.room.get("oncall"), dict) else {}
    rota = [w.clean(str(name)) for name in oncall.get("rota") or []]
    minutes = max(1, number(oncall, "within") // 60)
    if not rota:
        return w.result(True, t("Nobody is on call: the policy names no rota", "无人值班：策略中没有值班表"), {"rota": []})
    rows = [w.row(t("On call", "值班") if step == 0 else t(f"Then, after {minutes * step} min", f"{minutes * step} 分钟后"), name, t("the policy's rota", "策略中的值班表"), "good" if step == 0 else "normal")
            for step, name in enumerate(rota)]
    waiting = [each for each in alerts(request) if each.get("open") and not said(each, "acknowledged")]
    if waiting:
        called = list(dict.fromkeys(w.clean(str(name)) for each in waiting for name in each.get("called") or []))
        rows.append(w.row(t("Called now", "正在呼叫"), ", ".join(called) or t("nobody yet", "尚未呼叫"), source(request), "warn"))
    w.fields(rows)
    return w.result(True, t(f"On call: {rota[0]}", f"值班：{rota[0]}") + (t(f", then {', '.join(rota[1:4])}", f"，之后 {'、'.join(rota[1:4])}") if rota[1:] else ""), {"rota": rota})


def handover_rows(request, incident):
    t, now = request.t, source(request)
    rows = [w.row(t("Incident", "事件"), said(incident, "title"), now),
            w.row(t("How bad", "严重程度"), t(f"severity {number(incident, 'severity')}, {said(incident, 'status')}", f"{number(incident, 'severity')} 级，{word(request, said(incident, 'status'))}"), now,
                  "bad" if number(incident, "severity") <= 2 else "warn"),
            w.row(t("Leads", "负责人"), said(incident, "lead") or t("nobody", "无"), now, "normal" if said(incident, "lead") else "bad"),
            w.row(t("In plain words", "通俗说明"), said(incident, "summary") or t("no summary yet", "尚无概述"), now, "normal" if said(incident, "summary") else "warn")]
    due = number(incident, "nextUpdate")
    if due:
        late = due < request.now
        rows.append(w.row(t("Next update", "下次更新"), w.when(due) + (t(" · overdue", " · 已逾期") if late else ""), now, "bad" if late else "normal"))
    return rows


def show_handover(request):
    """What the next shift needs: state, what is open, what was done, what waits for whom."""
    t, since = request.t, request.since()
    since = request.now - 12 * 3600000 if since is None else since
    incident = request.room.get("incident") if isinstance(request.room.get("incident"), dict) else {}
    rows = handover_rows(request, incident) if incident else [w.row(t("Room", "房间"), said(request.room, "name") or "?", source(request))]
    open_tasks = [each for each in items(request, "tasks") if not each.get("done")]
    waiting = [each for each in items(request, "operations") if said(each, "stage") in ("requested", "claimed")]
    bad = [each for each in items(request, "operations") if said(each, "stage") == "stalled" or said(each, "verdict") in ("not_verified", "drifted")]
    loose = [each for each in alerts(request) if each.get("open")]
    clocks = [each for each in items(request, "deadlines") if not each.get("met")]
    rows += [w.row(t("Open alerts", "未处理告警"), ", ".join(said(each, "title")[:60] for each in loose[:4]) or t("none", "无"), source(request), "bad" if loose else "good"),
             w.row(t("Waits for approval", "待批准"), ", ".join(f"{said(each, 'title')} ({said(each, 'code')})" for each in waiting[:6]) or t("nothing", "无"), source(request), "warn" if waiting else "good"),
             w.row(t("Did not verify", "未通过验证"), ", ".join(said(each, "title") for each in bad[:6]) or t("nothing", "无"), source(request), "bad" if bad else "good")]
    rows += [w.row(t("Clock", "时限"), f"{said(each, 'name')} · {w.when(number(each, 'due'))}", said(each, "regime"), "bad" if number(each, "due") < request.now else "warn") for each in clocks[:4]]
    w.fields(rows)
    if open_tasks:
        w.table([t("Open task", "未完成任务"), t("Whose", "负责人"), t("Since", "始于")], [[said(each, "title"), said(each, "assignee") or t("nobody's", "无人"), request.ago(number(each, "at"))] for each in open_tasks[:20]])
    past = [each for each in items(request, "timeline") if number(each, "at") >= since]
    if past:
        w.table([t("When", "时间"), t("What happened", "发生了什么")], [[w.when(number(each, "at")), said(each, "title")] for each in past[-25:]])
    left = len(open_tasks) + len(waiting) + len(loose)
    return w.result(True, t(f"Handover: {left} open, {len(past)} things since {w.when(since)}", f"交接：{left} 项未完成，自 {w.when(since)} 以来 {len(past)} 件事"),
                    {"open": left, "tasks": len(open_tasks), "waiting": len(waiting), "alerts": len(loose)})


if __name__ == "__main__":
    kind = sys.argv.pop(1) if len(sys.argv) > 2 else "list"
    w.main({"run": {"list": show_list, "alert": show_alert, "oncall": show_oncall, "handover": show_handover}[kind]})
