// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QtGlobal>
#include <array>

namespace wardroom::connectors::crowdsec {

//! What a hub scenario means to people. The first row whose \a part occurs in the scenario's name counts. Scenarios
//! with the same \a family watch the same attack (sshd's log alone feeds four of them) and share one card.
struct ScenarioRow
{
    const char *part;
    const char *family;
    const char *severity;
    const char *title; //!< "%1" is the source
};

inline constexpr std::array<ScenarioRow, 16> kScenarios{{
    {"ssh-bf", "ssh-bf", "high", QT_TRANSLATE_NOOP("CrowdSecTool", "Password guessing over SSH from %1")},
    {"ssh-slow-bf", "ssh-bf", "high", QT_TRANSLATE_NOOP("CrowdSecTool", "Password guessing over SSH from %1")},
    {"ssh-cve", "", "critical", QT_TRANSLATE_NOOP("CrowdSecTool", "Attack on a known weakness of SSH from %1")},
    {"log4j", "", "critical", QT_TRANSLATE_NOOP("CrowdSecTool", "Attack on a known weakness from %1")},
    {"-cve-", "", "critical", QT_TRANSLATE_NOOP("CrowdSecTool", "Attack on a known weakness from %1")},
    {"CVE-", "", "critical", QT_TRANSLATE_NOOP("CrowdSecTool", "Attack on a known weakness from %1")},
    {"backdoor", "", "critical", QT_TRANSLATE_NOOP("CrowdSecTool", "Search for back doors from %1")},
    {"sqli", "", "high", QT_TRANSLATE_NOOP("CrowdSecTool", "Attempt to reach the database from %1")},
    {"xss", "", "medium", QT_TRANSLATE_NOOP("CrowdSecTool", "Attempt to plant scripts from %1")},
    {"path-traversal", "", "high", QT_TRANSLATE_NOOP("CrowdSecTool", "Attempt to read files from %1")},
    {"-bf", "", "high", QT_TRANSLATE_NOOP("CrowdSecTool", "Password guessing from %1")},
    {"bruteforce", "", "high", QT_TRANSLATE_NOOP("CrowdSecTool", "Password guessing from %1")},
    {"port-scan", "", "low", QT_TRANSLATE_NOOP("CrowdSecTool", "Port scan from %1")},
    {"scan", "", "low", QT_TRANSLATE_NOOP("CrowdSecTool", "Scan from %1")},
    {"probing", "", "low", QT_TRANSLATE_NOOP("CrowdSecTool", "Probing from %1")},
    {"crawl", "", "info", QT_TRANSLATE_NOOP("CrowdSecTool", "Crawling from %1")},
}};

} // namespace wardroom::connectors::crowdsec
