// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "report/verify/manifest.h"

#include <QJsonObject>

namespace wardroom::report {

enum class BundleVerdict {
    intact,        //!< complete, unaltered, signed by a node of the workspace that is trusted
    altered,       //!< something was changed, inserted, doubled or reordered
    incomplete,    //!< something is missing
    notTrusted,    //!< consistent, but of another workspace than the one trusted, or signed by nobody enrolled
    unreadable,    //!< no bundle, or not readable
    signerUnknown, //!< consistent, but no fingerprint was given
};

//! One thing that is wrong.
struct Problem
{
    QString file;
    qint64 line = 0; //!< from 1, of facts.jsonl; 0: the file as a whole
    domain::FactId fact;
    QString what;
    bool missing = false; //!< true: something is not there; false: something was changed
};

//! Lines that no signature of another node stands behind.
struct Resting
{
    QString what;
    QList<qint64> lines; //!< of facts.jsonl; may be empty where it concerns the whole
};

//! What verify found. Texts are in the language of the program; nothing foreign in them is unescaped.
struct Verification
{
    BundleVerdict verdict = BundleVerdict::unreadable;
    QList<Problem> problems;
    QList<WithheldEntry> withheld;
    QList<Resting> restsOnWord;
    QList<AbsentAttachment> absent;
    BundleCounts counts;
    domain::WorkspaceId workspace;
    domain::RoomId room;
    QString roomName;
    domain::NodeId exporter;
    QString exporterName;
    qint64 exportedAt = 0;
    qint64 anchoredLine = 0; //!< the last line that an anchor by another node than the exporter covers; 0: none
    qint64 files = 0;

    //! As commands.md promises: 0 intact, 1 altered, incomplete or not trusted, 2 unreadable, 4 signer unknown.
    int exitCode() const;
    QJsonObject toJson() const;
    //! For a terminal: the answer first, then each problem, what is withheld, what rests on whose word.
    QString toText() const;
};

QString verdictWord(BundleVerdict verdict);

} // namespace wardroom::report
