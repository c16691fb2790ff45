// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/htmlreport.h"

namespace wardroom::report {
using namespace Qt::StringLiterals;

namespace {

constexpr auto kStyle = R"(
:root{--text:#1b232c;--muted:#5d6b7a;--line:#dde3ea;--panel:#f6f8fa;--red:#cf2d2a;--amber:#b26a00;--green:#1a7f45;
--blue:#1f6feb;--violet:#6f4fd8}
*{box-sizing:border-box}
body{margin:0;background:#fff;color:var(--text);font:15px/1.55 "DejaVu Sans","WenQuanYi Micro Hei",system-ui,sans-serif}
main{max-width:60rem;margin:0 auto;padding:3.5rem 2rem 5rem}
.kicker{margin:0;color:var(--muted);font-size:.8rem;letter-spacing:.08em;text-transform:uppercase}
h1{margin:.35rem 0 .4rem;font-size:1.9rem;line-height:1.25;font-weight:600;overflow-wrap:anywhere}
.subtitle{margin:0 0 2.2rem;color:var(--muted)}
h2{margin:2.4rem 0 .8rem;font-size:1.1rem;font-weight:600;border-bottom:1px solid var(--line);padding-bottom:.35rem}
p{margin:.3rem 0;overflow-wrap:anywhere;white-space:pre-line}
.quiet{color:var(--muted)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1.5rem;margin:.4rem 0}
dt{color:var(--muted)}dd{margin:0;overflow-wrap:anywhere}
table{width:100%;border-collapse:collapse;table-layout:fixed;margin:.6rem 0 1.2rem;font-size:.9rem}
th{text-align:left;font-weight:600;color:var(--muted);border-bottom:1px solid var(--line);padding:.4rem .6rem .4rem 0}
td{vertical-align:top;border-bottom:1px solid var(--line);padding:.45rem .6rem .45rem 0;overflow-wrap:anywhere;white-space:pre-line;font-variant-numeric:tabular-nums}
small{display:block;color:var(--muted);font-size:.85em}
.mono{font-family:"DejaVu Sans Mono",ui-monospace,monospace;font-size:.85em}
.dot::before{content:"\25CF";margin-right:.5em}
.red::before{color:var(--red)}.amber::before{color:var(--amber)}.green::before{color:var(--green)}
.blue::before{color:var(--blue)}.violet::before{color:var(--violet)}.muted::before{color:var(--muted)}
footer{margin-top:3rem;color:var(--muted);font-size:.8rem}
@page{size:A4;margin:20mm 18mm}
@media print{main{max-width:none;padding:0}thead{display:table-header-group}tr{break-inside:avoid}h2{break-after:avoid}}
)"_L1;

QString toneClass(Tone tone)
{
    switch (tone) {
    case Tone::red: return u"red"_s;
    case Tone::amber: return u"amber"_s;
    case Tone::green: return u"green"_s;
    case Tone::blue: return u"blue"_s;
    case Tone::violet: return u"violet"_s;
    case Tone::muted: break;
    }
    return u"muted"_s;
}

QString cellHtml(const ReportCell &cell)
{
    QStringList classes;
    if (cell.mono)
        classes << u"mono"_s;
    QString text = cell.text.toHtmlEscaped();
    if (cell.marked)
        text = u"<span class=\"dot "_s + toneClass(cell.tone) + u"\">"_s + text + u"</span>"_s;
    if (!cell.small.isEmpty())
        text += u"<small>"_s + cell.small.toHtmlEscaped() + u"</small>"_s;
    const QString attribute = classes.isEmpty() ? QString() : u" class=\""_s + classes.join(u' ') + u'"';
    return u"<td"_s + attribute + u'>' + text + u"</td>"_s;
}

struct BlockHtml
{
    QString operator()(const ReportText &block) const
    {
        return (block.quiet ? u"<p class=\"quiet\">"_s : u"<p>"_s) + block.text.toHtmlEscaped() + u"</p>\n"_s;
    }

    QString operator()(const ReportPairs &block) const
    {
        QString html = block.mono ? u"<dl class=\"mono\">"_s : u"<dl>"_s;
        for (const auto &[label, value] : block.pairs)
            html += u"<dt>"_s + label.toHtmlEscaped() + u"</dt><dd>"_s + value.toHtmlEscaped() + u"</dd>"_s;
        return html + u"</dl>\n"_s;
    }

    QString operator()(const ReportTable &block) const
    {
        QString html = u"<table>\n<colgroup>"_s;
        for (const int width : block.widths)
            html += u"<col style=\"width:"_s + QString::number(width) + u"%\">"_s;
        html += u"</colgroup>\n<thead><tr>"_s;
        for (const QString &column : block.columns)
            html += u"<th scope=\"col\">"_s + column.toHtmlEscaped() + u"</th>"_s;
        html += u"</tr></thead>\n<tbody>\n"_s;
        for (const QList<ReportCell> &row : block.rows) {
            html += u"<tr>"_s;
            for (const ReportCell &cell : row)
                html += cellHtml(cell);
            html += u"</tr>\n"_s;
        }
        return html + u"</tbody>\n</table>\n"_s;
    }
};

} // namespace

QByteArray htmlReport(const ReportDocument &document)
{
    const QString title = document.title.toHtmlEscaped();
    QString html =
        u"<!doctype html>\n<html lang=\""_s + (document.language.startsWith("zh"_L1) ? u"zh-Hans"_s : u"en"_s) +
        u"\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"_s +
        title + u"</title>\n<style>"_s + kStyle + u"</style>\n</head>\n<body>\n<main>\n<p class=\"kicker\">"_s +
        document.kicker.toHtmlEscaped() + u"</p>\n<h1>"_s + title + u"</h1>\n<p class=\"subtitle\">"_s +
        document.subtitle.toHtmlEscaped() + u"</p>\n"_s;
    for (const ReportSection &section : document.sections) {
        html += u"<section>\n<h2>"_s + section.heading.toHtmlEscaped() + u"</h2>\n"_s;
        for (const ReportBlock &block : section.blocks)
            html += std::visit(BlockHtml(), block);
        html += u"</section>\n"_s;
    }
    html += u"<footer>"_s + document.footer.toHtmlEscaped() + u"</footer>\n</main>\n</body>\n</html>\n"_s;
    return html.toUtf8();
}

} // namespace wardroom::report
