// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/error.h"
#include "bot/catalogue/catalogue.h"

#include <QCoroTask>

namespace wardroom::ctl {

struct TestVerdict
{
    QString command;
    QString name;
    bool passed = false;
    QString problem; //!< empty when it passed
    QString output;  //!< what the script said, a JSON line each
};

class SshTestHost;

//! Runs every test of \a plugin's manifest, each in the sandbox on a copy of its fixture. \a ssh, if any, reaches the
//! copies: only what asks a host is tested then, and nothing that has to load rules into a network of its own.
QCoro::Task<QList<TestVerdict>> runTests(bot::Plugin plugin, SshTestHost *ssh = nullptr);

} // namespace wardroom::ctl
