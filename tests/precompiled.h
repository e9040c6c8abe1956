// What most tests of the broker include, read once for all of them; see ui/precompiled.h. Not
// QTest: what it offers depends on the libraries of the one test.
#pragma once

#include "cmq/service.h"

#include <QtCore>

#include <algorithm>
#include <array>
#include <chrono>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <thread>
#include <utility>
#include <variant>
#include <vector>
