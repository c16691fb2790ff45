// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/report.h"
#include "benchmarks/world.h"

#include <QApplication>
#include <QStandardPaths>
#include <cstdio>

using namespace wardroom;
using namespace wardroom::bench;
using namespace Qt::StringLiterals;

namespace {

struct Named
{
    QString name;
    Measure measure;
};

QList<Named> all()
{
    return {{u"start"_s, measureStart},
            {u"ingest"_s, measureIngest},
            {u"matrix.ingest"_s, measureMatrixIngest},
            {u"matrix.command"_s, measureMatrixCommand},
            {u"matrix.catchup"_s, measureMatrixCatchUp},
            {u"open"_s, measureOpen},
            {u"memory"_s, measureMemory},
            {u"frames"_s, measureFrames},
            {u"search"_s, measureSearch},
            {u"command"_s, measureCommand},
            {u"sandbox"_s, measureSandbox},
            {u"fold"_s, measureFold},
            {u"language"_s, measureLanguage}};
}

struct Wanted
{
    QList<Named> measures;
    QString json;
    QString problem;
};

Wanted wantedFrom(const QStringList &arguments)
{
    Wanted wanted;
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        const QString &word = arguments.at(i);
        if (word == "--json"_L1 && i + 1 < arguments.size()) {
            wanted.json = arguments.at(++i);
            continue;
        }
        const QList<Named> known = all();
        const auto found = std::find_if(known.begin(), known.end(), [&](const Named &n) { return n.name == word; });
        if (found == known.end()) {
            QStringList names;
            for (const Named &named : known)
                names.append(named.name);
            wanted.problem = u"wardroom_bench [NAME…] [--json FILE]; names: "_s + names.join(u' ');
            return wanted;
        }
        wanted.measures.append(*found);
    }
    if (wanted.measures.isEmpty())
        wanted.measures = all();
    return wanted;
}

void say(FILE *to, const QString &text)
{
    std::fputs(qPrintable(text + u'\n'), to);
    std::fflush(to);
}

} // namespace

int main(int argc, char **argv)
{
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"wardroom-bench"_s);
    if (const QStringList arguments = QApplication::arguments(); arguments.value(1) == "--apart"_L1)
        return runApart(arguments.mid(2));
    const Wanted wanted = wantedFrom(QApplication::arguments());
    if (!wanted.problem.isEmpty()) {
        say(stderr, wanted.problem);
        return 2;
    }
    Lines lines;
    QMap<QString, QString> failed;
    say(stdout, tableHead());
    for (const Named &named : wanted.measures) {
        const Result<Lines> measured = named.measure();
        if (!measured) {
            failed.insert(named.name, measured.error().message);
            say(stdout, u"%1 falls short: not measured, %2"_s.arg(named.name, measured.error().message));
            continue;
        }
        for (const Line &line : *measured)
            say(stdout, tableLine(line));
        lines += *measured;
    }
    World::release();
    if (!wanted.json.isEmpty()) {
        if (const Result<void> written = writeJson(wanted.json, lines, failed); !written) {
            say(stderr, written.error().message);
            return 2;
        }
    }
    const bool good = std::all_of(lines.begin(), lines.end(), [](const Line &line) { return line.holds(); });
    return good && failed.isEmpty() ? 0 : 1;
}
