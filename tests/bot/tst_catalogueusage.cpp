// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bot/catalogue/usage.h"
#include "support/testmain.h"

#include <QTest>

using namespace wardroom::bot;
using namespace Qt::StringLiterals;

class TstCatalogueUsage final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void usageNamesArgumentsInTheirOrder();
};

void TstCatalogueUsage::usageNamesArgumentsInTheirOrder()
{
    Command command;
    command.id = u"patch.apply"_s;
    command.arguments = {{u"host"_s, ArgumentType::host, true, {}, {}, {}},
                         {u"package"_s, ArgumentType::package, true, {}, {}, {}},
                         {u"duration"_s, ArgumentType::duration, false, u"for"_s, u"4h"_s, {}}};
    QCOMPARE(usageOf(command, u"en"_s), u"/patch apply HOST PACKAGE [for DURATION]"_s);
}

WARDROOM_TEST(TstCatalogueUsage)
#include "tst_catalogueusage.moc"
