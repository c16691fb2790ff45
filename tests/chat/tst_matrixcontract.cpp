// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matrixfixture.h"
#include "support/testmain.h"

// The contract, the same tests as on the Local workspace, on a real Synapse.

class TstMatrixContract final : public wardroom::test::ContractSuite
{
    Q_OBJECT

public:
    TstMatrixContract() : ContractSuite([this] { return std::make_unique<wardroom::test::MatrixFixture>(m_server); }) {}

private Q_SLOTS:
    void initTestCase()
    {
        const auto up = m_server.start();
        QVERIFY2(up, up ? "" : qPrintable(up.error().message));
    }

private:
    wardroom::test::Synapse m_server;
};

WARDROOM_TEST(TstMatrixContract)
#include "tst_matrixcontract.moc"
