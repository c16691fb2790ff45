// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "localfixture.h"
#include "support/testmain.h"

// The contract, on the Local workspace as it is, and with each of the faults that real platforms show.

namespace {

using wardroom::chat::LocalFaults;
using wardroom::test::ContractSuite;
using wardroom::test::LocalFixture;

ContractSuite::Factory local(LocalFaults faults)
{
    return [faults] { return std::make_unique<LocalFixture>(faults); };
}

} // namespace

class TstLocalContract final : public ContractSuite
{
    Q_OBJECT
public:
    TstLocalContract() : ContractSuite(local({})) {}
};

class TstLocalContractLate final : public ContractSuite
{
    Q_OBJECT
public:
    TstLocalContractLate() : ContractSuite(local({.late = 40})) {}
};

class TstLocalContractTwoOrders final : public ContractSuite
{
    Q_OBJECT
public:
    TstLocalContractTwoOrders() : ContractSuite(local({.twoOrders = true})) {}
};

class TstLocalContractDoubles final : public ContractSuite
{
    Q_OBJECT
public:
    TstLocalContractDoubles() : ContractSuite(local({.doubles = 50})) {}
};

class TstLocalContractGaps final : public ContractSuite
{
    Q_OBJECT
public:
    TstLocalContractGaps() : ContractSuite(local({.gaps = 30})) {}
};

class TstLocalContractLostReplies final : public ContractSuite
{
    Q_OBJECT
public:
    TstLocalContractLostReplies() : ContractSuite(local({.lostReplies = 40})) {}
};

class TstLocalContractRateLimited final : public ContractSuite
{
    Q_OBJECT
public:
    TstLocalContractRateLimited()
        : ContractSuite(local({.rateLimited = 30, .retryAfter = std::chrono::milliseconds(5)}))
    {}
};

class TstLocalContractEverything final : public ContractSuite
{
    Q_OBJECT
public:
    TstLocalContractEverything()
        : ContractSuite(local({.late = 20,
                               .twoOrders = true,
                               .doubles = 20,
                               .gaps = 10,
                               .lostReplies = 20,
                               .rateLimited = 20,
                               .retryAfter = std::chrono::milliseconds(5),
                               .foreignEdits = true}))
    {}
};

WARDROOM_TEST(TstLocalContract)
WARDROOM_TEST(TstLocalContractLate)
WARDROOM_TEST(TstLocalContractTwoOrders)
WARDROOM_TEST(TstLocalContractDoubles)
WARDROOM_TEST(TstLocalContractGaps)
WARDROOM_TEST(TstLocalContractLostReplies)
WARDROOM_TEST(TstLocalContractRateLimited)
WARDROOM_TEST(TstLocalContractEverything)
#include "tst_localcontract.moc"
