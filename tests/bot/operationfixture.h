// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "operationworld.h"

#include <QTest>

namespace wardroom::test {

using namespace wardroom::bot;
using domain::OpId;
using domain::Outcome;
using domain::RunStage;
using domain::Stage;

//! Two nodes and their runners on one world: what every test of the runner starts from.
class OperationFixture
{
protected:
    void setUp()
    {
        w = std::make_unique<OperationWorld>();
        plugin = std::make_unique<DemoPlugin>();
        w->hostRoot = plugin->hostRoot;
        w->setPolicy(1, u"demo"_s, plugin->hash);
        domain::Inventory inventory;
        inventory.version = 1;
        inventory.hosts = {{u"practice-01"_s, {u"p1"_s}, u"practice"_s, plugin->hostRoot, {}, {}, {}},
                           {u"practice-02"_s, {}, u"practice"_s, plugin->hostRoot, {}, {}, {}}};
        w->workspace.inventories.insert(1, inventory);
        steps = std::make_unique<StepRunner>(plugin->catalogue, QList<connectors::SecurityTool *>(), nullptr, w->clock);
        anaPorts = std::make_unique<NodePorts>(*w, w->ana);
        benPorts = std::make_unique<NodePorts>(*w, w->ben);
        w->changed = [this] { look(); };
        makeAna();
    }
    void tearDown()
    {
        w->changed = [] {};
        anaRunner.reset();
        benRunner.reset();
        steps.reset();
    }

    std::unique_ptr<OperationWorld> w;
    std::unique_ptr<DemoPlugin> plugin;
    std::unique_ptr<StepRunner> steps;
    std::unique_ptr<NodePorts> anaPorts, benPorts;
    std::unique_ptr<OperationRunner> anaRunner, benRunner;

    void look()
    {
        for (const auto &runner : {anaRunner.get(), benRunner.get()})
            if (runner)
                runner->consider(w->room, w->state, w->workspace);
    }
    void makeAna()
    {
        anaRunner.reset();
        anaPorts->restart();
        anaRunner = std::make_unique<OperationRunner>(anaPorts->ports(), steps.get(), w->ana);
        QVERIFY(QCoro::waitFor(anaRunner->recover()).has_value());
    }
    domain::CommandRequested requested(const QString &command = u"demo.change"_s)
    {
        domain::CommandRequested request;
        request.command = command;
        request.title = u"Demo"_s;
        request.plugin = u"demo"_s;
        request.pluginHash = plugin->hash;
        request.risk = plugin->catalogue.command(command)->risk;
        request.host = u"practice-01"_s;
        request.args = {{u"host"_s, u"practice-01"_s}};
        request.needs = request.risk == domain::Risk::read ? 0 : 1;
        request.group = u"IT"_s;
        request.requesters = {domain::PersonId(u"ana"_s)};
        request.expires = w->clock.nowMs() + 900'000;
        request.plan.after = u"1"_s;
        return request;
    }
    OpId ask(const domain::CommandRequested &request)
    {
        const OpId op = domain::newFactId();
        w->fold(w->ana, request, op, op);
        return op;
    }
    OpId askAndApprove()
    {
        const OpId op = ask(requested());
        w->approve(op, u"ben"_s);
        return op;
    }
    //! Long enough for everything that could still happen.
    void settle() { QTest::qWait(150); }
    void nothingHappened()
    {
        settle();
        QCOMPARE(w->said.size(), 0);
        QCOMPARE(w->runs(), 0);
    }
    const domain::OperationState &of(const OpId &op) { return w->operation(op); }
};

} // namespace wardroom::test
