"""The results of the tests, for .ci/run.

results.py failed DIR     A filter for `dotnet test` that selects the tests that failed in DIR; empty when no test failed, or when a run was aborted, because then other tests never ran.
results.py summary DIR    The counts of all results: those in DIR, and those on real clocks in DIR/clock. When a test failed there and ran again (DIR/retry), the second result counts, and is reported.
                          Fails when a test failed and did not pass again, or when there are no results: `dotnet test` succeeds when its filter selects nothing.
"""

import pathlib
import re
import sys
import xml.etree.ElementTree

TRX = {"t": "http://microsoft.com/schemas/VisualStudio/TeamTest/2010"}


def results(folder):
    """Each result in the trx files of a folder: the name of its test, with parameters; the name of its method; the outcome."""
    for file in folder.glob("*.trx"):
        run = xml.etree.ElementTree.parse(file).getroot()
        methods = {test.get("id"): test.find("t:TestMethod", TRX) for test in run.iterfind("t:TestDefinitions/t:UnitTest", TRX)}
        for result in run.iterfind("t:Results/t:UnitTestResult", TRX):
            method = methods[result.get("testId")]
            yield result.get("testName"), f"{method.get('className')}.{method.get('name')}", result.get("outcome")


def is_aborted(folder):
    """Whether the process of some tests crashed or was killed."""
    runs = [xml.etree.ElementTree.parse(file).getroot() for file in folder.glob("*.trx")]
    return any("run was aborted" in (text.text or "") for run in runs for text in run.iterfind("t:ResultSummary/t:RunInfos/t:RunInfo/t:Text", TRX))


def clients(folder):
    """The outcomes of the official clients, as their test runners print them."""
    for log in folder.glob("*.log"):
        text = log.read_text(encoding="utf-8")
        number = {name: int(count) for name, count in re.findall(r"^\S (pass|fail|cancelled|skipped) (\d+)$", text, re.MULTILINE)}
        number |= {name: int(count) for name, count in re.findall(r"(failures|errors|skipped)=(\d+)", text)}
        failed = sum(number.get(name, 0) for name in ("fail", "cancelled", "failures", "errors"))
        run = sum(int(count) for count in re.findall(r"^Ran (\d+) tests? in", text, re.MULTILINE))
        skipped = number.get("skipped", 0)
        passed = number.get("pass", run - failed - skipped)
        yield from ["Passed"] * passed + ["Failed"] * failed + ["Skipped"] * skipped


def main(command, folder):
    if command == "failed":
        print("" if is_aborted(folder) else "|".join(sorted({f"FullyQualifiedName={method}" for _, method, outcome in results(folder) if outcome == "Failed"})))
        return

    outcomes = [outcome for _, _, outcome in results(folder)] + list(clients(folder))
    again = {test: outcome for test, _, outcome in results(folder / "retry")}
    for test, _, outcome in results(folder / "clock"):
        if outcome == "Failed" and again.get(test) == "Passed":
            outcome = "Passed"
            print(f"Passed only on the second try: {test}")
        outcomes.append(outcome)
    passed, failed = outcomes.count("Passed"), outcomes.count("Failed")
    print(f"{passed} passed, {failed} failed, {len(outcomes) - passed - failed} skipped")
    if failed or not outcomes:
        sys.exit(1)


main(sys.argv[1], pathlib.Path(sys.argv[2]))
