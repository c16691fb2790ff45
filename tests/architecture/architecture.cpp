// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/architecture.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

namespace wardroom::test {
using namespace Qt::StringLiterals;

namespace {

QString at(const QString &path, qsizetype line, const QString &what)
{
    return u"%1:%2: %3"_s.arg(path).arg(line).arg(what);
}

const QSet<QString> &guiModules()
{
    static const QSet<QString> modules{u"ui"_s, u"app"_s, u"print"_s};
    return modules;
}

//! What `#include <…>` of a Qt header drags in that a daemon must not have.
bool isGuiHeader(const QString &header)
{
    static const QRegularExpression gui(
        uR"(^(QtGui|QtWidgets|QtSvg)\b|^Q(Widget|Application|GuiApplication|Painter|Pixmap|Image|Icon|Font|FontMetrics|Color|Palette|Brush|Pen|Dialog|MainWindow|Label|PushButton|Action|Menu|Window|Screen|Clipboard|DesktopServices|PdfWriter|TextDocument|TextCursor|Style|StyledItemDelegate|SystemTrayIcon|KeyEvent|MouseEvent|StandardItemModel|SvgRenderer)$)"_s);
    return gui.match(header).hasMatch();
}

} // namespace

Architecture::Architecture(QString root, Arrows arrows) : m_root(std::move(root)), m_arrows(std::move(arrows))
{
    read(u"src"_s);
    read(u"ui"_s);
}

void Architecture::read(const QString &folder)
{
    QStringList paths;
    QDirIterator files(m_root + u'/' + folder, {u"*.h"_s, u"*.cpp"_s, u"CMakeLists.txt"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext())
        paths.append(files.next().sliced(m_root.size() + 1));
    paths.sort();
    for (const QString &path : std::as_const(paths)) {
        QFile file(m_root + u'/' + path);
        if (file.open(QIODevice::ReadOnly))
            m_files.append({path, moduleOf(path), QString::fromUtf8(file.readAll()).split(u'\n')});
    }
}

QString Architecture::moduleOf(const QString &path)
{
    return path.startsWith("src/"_L1) ? path.section(u'/', 1, 1) : path.section(u'/', 0, 0);
}

bool Architecture::isModule(const QString &name) const
{
    return m_arrows.contains(name);
}

bool Architecture::allows(const QString &from, const QString &to) const
{
    return from == to || to == u"base" || m_arrows.value(from).contains(to);
}

QStringList Architecture::includeOffences(const File &file) const
{
    static const QRegularExpression include(uR"(^\s*#\s*include\s*([<"])([^>"]+)[>"])"_s);
    QStringList found;
    for (qsizetype i = 0; i < file.lines.size(); ++i) {
        const auto match = include.match(file.lines.at(i));
        if (!match.hasMatch())
            continue;
        const QString header = match.captured(2);
        const QString to = header.section(u'/', 0, 0);
        if (match.captured(1) == u"<") {
            if (isModule(file.module) && !guiModules().contains(file.module) && isGuiHeader(header))
                found.append(at(file.path, i + 1, u"<%1> below ui, app and print"_s.arg(header)));
        } else if (header.contains("../"_L1)) {
            found.append(at(file.path, i + 1, u"\"%1\" is not spelled from the top"_s.arg(header)));
        } else if (isModule(to) && !allows(file.module, to)) {
            found.append(at(file.path, i + 1, u"%1 may not include %2 (\"%3\")"_s.arg(file.module, to, header)));
        } else if (file.path.startsWith("src/report/verify/"_L1) && to != u"base" && to != u"domain" &&
                   !header.startsWith("report/verify/"_L1)) {
            found.append(at(file.path, i + 1, u"report/verify may not include \"%1\""_s.arg(header)));
        }
    }
    return found;
}

QStringList Architecture::linkOffences(const File &file) const
{
    static const QRegularExpression command(
        uR"((wardroom_module|target_link_libraries|add_executable)\s*\(([^)]*)\))"_s);
    static const QRegularExpression space(uR"(\s+)"_s);
    QStringList found;
    QString text = file.lines.join(u'\n');
    static const QRegularExpression comment(uR"(#[^\n]*)"_s);
    text.replace(comment, QString());
    auto commands = command.globalMatch(text);
    while (commands.hasNext()) {
        const auto match = commands.next();
        const qsizetype line = text.first(match.capturedStart()).count(u'\n') + 1;
        bool inLinks = match.captured(1) == u"target_link_libraries";
        const QStringList words = match.captured(2).split(space, Qt::SkipEmptyParts);
        for (qsizetype i = 1; i < words.size(); ++i) {
            const QString &word = words.at(i);
            inLinks = word == u"LINKS" || (inLinks && word != u"LIBS" && word != u"SOURCES");
            const QString bare = QString(word).remove(u"wardroom::"_s).remove(u"wardroom_"_s);
            const QString to = bare.section(u'_', 0, 0);
            if (inLinks && isModule(to) && isModule(file.module) && !allows(file.module, to))
                found.append(at(file.path, line, u"%1 may not link %2"_s.arg(file.module, to)));
            const bool gui = word == u"Qt6::Gui" || word == u"Qt6::Widgets" || word == u"Qt6::Svg" || word == u"GUI";
            if (gui && !guiModules().contains(file.module))
                found.append(at(file.path, line, u"%1 below ui, app and print"_s.arg(word)));
        }
    }
    return found;
}

QStringList Architecture::shapeOffences(const File &file) const
{
    QStringList found;
    const qsizetype count = file.lines.size() - 1;
    if (!file.lines.mid(0, 4).join(u'\n').contains("SPDX-License-Identifier: GPL-3.0-or-later"_L1))
        found.append(at(file.path, 1, u"no SPDX header"_s));
    if (file.path.endsWith(".txt"_L1))
        return found;
    const bool header = file.path.endsWith(".h"_L1);
    if (header && !file.lines.contains(u"#pragma once"_s))
        found.append(at(file.path, 1, u"no #pragma once"_s));
    if (header ? count > 200 : count > 500)
        found.append(at(file.path, count, u"%1 lines"_s.arg(count)));
    for (const FunctionLength &function : functionLengths(file.lines))
        if (function.lines > 60)
            found.append(at(file.path, function.line, u"%1 has %2 lines"_s.arg(function.name).arg(function.lines)));
    return found;
}

//! Cycles among the arrows that includes really draw.
QStringList Architecture::cycles() const
{
    static const QRegularExpression include(uR"(^#include "(\w+)/)"_s);
    QMap<QString, QSet<QString>> uses;
    for (const File &file : m_files)
        for (const QString &line : file.lines)
            if (const auto match = include.match(line); match.hasMatch() && match.captured(1) != file.module)
                if (isModule(match.captured(1)))
                    uses[file.module].insert(match.captured(1));
    // Take away, again and again, what uses nothing that is left and what nothing uses that is left.
    for (bool progress = true; progress;) {
        progress = false;
        const QStringList left = uses.keys();
        for (const QString &module : left) {
            const QSet<QString> needed = uses.value(module);
            const bool usesSome =
                std::any_of(needed.begin(), needed.end(), [&](const QString &m) { return uses.contains(m); });
            const bool isUsed =
                std::any_of(uses.begin(), uses.end(), [&](const auto &by) { return by.contains(module); });
            if (usesSome && isUsed)
                continue;
            uses.remove(module);
            progress = true;
        }
    }
    if (uses.isEmpty())
        return {};
    return {u"src:1: a cycle among "_s + QStringList(uses.keys()).join(u", "_s)};
}

QStringList Architecture::offences() const
{
    QStringList found = cycles();
    for (const File &file : m_files)
        found += (file.path.endsWith(".txt"_L1) ? linkOffences(file) : includeOffences(file)) + shapeOffences(file);
    return found;
}

QStringList Architecture::remarks() const
{
    static const QRegularExpression publicClass(uR"(^class \w+[^;]*$)"_s);
    QStringList found;
    for (const File &file : m_files) {
        if (!file.path.endsWith(".h"_L1))
            continue;
        if (const qsizetype count = file.lines.size() - 1; count > 150)
            found.append(at(file.path, count, u"%1 lines"_s.arg(count)));
        if (const qsizetype classes = file.lines.filter(publicClass).size(); classes > 1)
            found.append(at(file.path, 1, u"%1 public classes"_s.arg(classes)));
    }
    return found;
}

} // namespace wardroom::test
