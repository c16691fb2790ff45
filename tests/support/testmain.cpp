// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include <QStandardPaths>
#include <QTest>
#include <cstdio>
#include <vector>

#ifdef WARDROOM_GUI_TEST
#include <QApplication>
using Application = QApplication;
#else
#include <QCoreApplication>
using Application = QCoreApplication;
#endif

namespace {

std::vector<wardroom::test::Registration::Make> &makers()
{
    static std::vector<wardroom::test::Registration::Make> all;
    return all;
}

} // namespace

wardroom::test::Registration::Registration(Make make)
{
    makers().push_back(std::move(make));
}

//! `test_x [CLASS] [FUNCTION…]`: a class name or a part of one chooses classes; the rest goes to Qt Test.
//! `test_x CLASS --class`: exactly that one. `test_x --classes`: their names, a line each.
int main(int argc, char **argv)
{
    Application app(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QStringList arguments = app.arguments();
    QString wanted;
    if (arguments.size() > 1 && arguments.at(1).startsWith(QLatin1String("Tst")))
        wanted = arguments.takeAt(1);
    const bool listing = arguments.contains(QLatin1String("--classes"));
    const bool whole = arguments.removeAll(QLatin1String("--class")) > 0;
    int failures = 0;
    for (const auto &make : makers()) {
        const auto test = make();
        const QString name = QString::fromLatin1(test->metaObject()->className());
        if (listing)
            std::puts(test->metaObject()->className());
        else if (whole ? name == wanted : wanted.isEmpty() || name.contains(wanted, Qt::CaseInsensitive))
            failures += QTest::qExec(test.get(), arguments);
    }
    return failures == 0 ? 0 : 1;
}
