using System.Globalization;
using MechanismDsl.Benchmarks;

// Prints a table of measured ratios with their targets. Arguments: names of sections (none: all) and --check, which makes the exit code 1
// if a target is missed by more than 15 %, the error of a ratio measured on a shared machine; --write puts the tables into docs/measurements.md.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
const double Tolerance = 1.15;
var sections = new (string Name, Func<IEnumerable<Comparison>> Comparisons)[]
{
    ("selection", SelectionSection.Comparisons),
    ("batch", BatchSection.Comparisons),
    ("scores", ScoresSection.Comparisons),
    ("rules", OwnRulesSection.Comparisons),
    ("keystroke", KeystrokeSection.Comparisons),
    ("generators", GeneratorsSection.Comparisons),
    ("solve", SolveSection.Comparisons),
    ("alternatives", AlternativesSection.Comparisons),
    ("assignment", AssignmentSection.Comparisons),
    ("positions", PositionsSection.Comparisons),
    ("exchange", ExchangeSection.Comparisons),
    ("packages", PackagesSection.Comparisons),
    ("knapsack", KnapsackSection.Comparisons),
    ("simulation", SimulationSection.Comparisons),
};
var waits = new (string Name, Func<IEnumerable<Duration>> Durations)[]
{
    ("cold", ColdSection.Durations),
    ("typing", TypingSection.Durations),
    ("referee", RefereeSection.Durations),
};
string[] sectionNames = [.. sections.Select(section => section.Name), .. waits.Select(section => section.Name)];
var names = args.Where(argument => !argument.StartsWith("--", StringComparison.Ordinal)).ToList();
if (names.Except(sectionNames).FirstOrDefault() is { } unknown)
{
    Console.Error.WriteLine($"No section \"{unknown}\". Sections: {string.Join(", ", sectionNames)}.");
    return 2;
}

Console.WriteLine($"{MeasurementPage.Machine()} Ratios are medians over rounds; times are per unit.");
var missed = 0;
List<ResultTable> tables = [];
foreach (var section in sections.Where(section => names.Count == 0 || names.Contains(section.Name)))
{
    var table = Begin(section.Name, "what", "variant", "time", "ratio", "target", "");
    foreach (var result in section.Comparisons().SelectMany(Harness.Measure))
    {
        Console.WriteLine(table.Add(
            result.Title, result.Variant.Name, Time(result.Nanoseconds), $"{result.Ratio:0.00}", $"{result.Variant.Target:0.00}", Verdict(result.Ratio, result.Variant.Target)));
    }
}

foreach (var section in waits.Where(section => names.Count == 0 || names.Contains(section.Name)))
{
    var table = Begin(section.Name, "what", "part", "time", "processor", "target", "");
    foreach (var duration in section.Durations())
    {
        Console.WriteLine(table.Add(
            duration.Title,
            duration.Name,
            Time(duration.Time.Wall),
            Time(duration.Time.Processor),
            duration.Target is { } target ? Time(target) : "",
            Verdict(duration.Time.AtMost, duration.Target)));
    }
}

if (args.Contains("--write"))
{
    MeasurementPage.Write(tables);
}

return missed > 0 && args.Contains("--check") ? 1 : 0;

ResultTable Begin(params string[] columns)
{
    var table = new ResultTable(columns[0], columns[1..]);
    tables.Add(table);
    Console.WriteLine();
    Console.WriteLine(table.Head);
    return table;
}

string Verdict(double measured, double? target)
{
    var verdict = target is null ? ""
        : measured <= target ? "met"
        : measured <= target * Tolerance ? "within 15 %"
        : "MISSED";
    missed += verdict == "MISSED" ? 1 : 0;
    return verdict;
}

static string Time(double nanoseconds) =>
    nanoseconds < 1e3 ? $"{nanoseconds:0.00} ns" : nanoseconds < 1e6 ? $"{nanoseconds / 1e3:0.00} us" : $"{nanoseconds / 1e6:0.00} ms";
