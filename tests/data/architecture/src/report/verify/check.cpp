// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/verify/check.h"
#include "report/timeline.h"
#include "store/thing.h"
