// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/chatplatform.h"

// The port has no code of its own; this file carries its meta-object.
