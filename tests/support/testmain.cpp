// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include <QStandardPaths>
#include <QTest>
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
int main(int argc, char **argv)
{
    Application app(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QStringList arguments = app.arguments();
    QString wanted;
    if (arguments.size() > 1 && arguments.at(1).startsWith(QLatin1String("Tst")))
        wanted = arguments.takeAt(1);
    int failures = 0;
    for (const auto &make : makers()) {
        const auto test = make();
        const QString name = QString::fromLatin1(test->metaObject()->className());
        if (wanted.isEmpty() || name.contains(wanted, Qt::CaseInsensitive))
            failures += QTest::qExec(test.get(), arguments);
    }
    return failures == 0 ? 0 : 1;
}
