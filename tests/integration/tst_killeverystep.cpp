// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "killeverystep.h"
#include "support/testmain.h"

using namespace Qt::StringLiterals;
using namespace wardroom::test;

//! Two engines without a window; a tool posts alerts to Ada's.
class TstKillEveryStep final : public KillEveryStep
{
    Q_OBJECT

    quint16 m_port = 0;

    std::unique_ptr<QProcess> program(const Somebody &somebody) override
    {
        return startDaemon(somebody, &somebody == &ada() ? &m_port : nullptr);
    }
    int rounds() const override { return qEnvironmentVariableIsSet("WARDROOM_FULL") ? 60 : 4; }

    //! A tool posts until it is answered, as tools do.
    void raise(int round) override
    {
        const QByteArray fingerprint = "f" + QByteArray::number(round);
        QVERIFY(m_port > 0);
        AlertPost first(m_port, token(), fingerprint, titleOf(round));
        bringBack(killOne(Step::alert));
        int status = first.status();
        for (int tries = 0; status != 200 && tries < 3; ++tries)
            status = AlertPost(m_port, token(), fingerprint, titleOf(round)).status();
        QCOMPARE(status, 200);
    }
};

WARDROOM_TEST(TstKillEveryStep)
#include "tst_killeverystep.moc"
