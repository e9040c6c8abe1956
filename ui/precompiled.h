// What most sources of the console include, read once for all of them where a build asks for that
// (unity builds). No source may count on it: the preset dev does without.
#pragma once

#include "cmq/service.h"

#include <QtConcurrent>
#include <QtWidgets>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>
