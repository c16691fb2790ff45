// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/admission.h"

namespace wardroom::report {

//! A judgement's reason in words for people; empty for accepted.
QString reasonWords(const domain::Judgement &judgement);

//! One of the short reasons that the folds and the permission rules give, in the reader's language.
QString reasonText(const QString &reason);

} // namespace wardroom::report
