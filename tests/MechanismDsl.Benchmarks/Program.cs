using System.Globalization;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using MechanismDsl.Benchmarks;

// Prints a table of measured ratios with their targets. Arguments: names of sections (none: all) and --check, which makes the exit code 1
// if a target is missed by more than 15 %, the error of a ratio measured on a shared machine.
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
    ("exchange", ExchangeSection.Comparisons),
    ("packages", PackagesSection.Comparisons),
    ("knapsack", KnapsackSection.Comparisons),
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

Console.WriteLine($"Registers: {(Vector512.IsHardwareAccelerated ? "AVX-512" : Avx2.IsSupported ? "AVX2" : "scalar")}. Ratios are medians over rounds; times are per unit.");
var missed = 0;
foreach (var section in sections.Where(section => names.Count == 0 || names.Contains(section.Name)))
{
    Console.WriteLine();
    Console.WriteLine($"{section.Name,-44} {"variant",-26} {"time",12} {"ratio",8} {"target",8}");
    foreach (var comparison in section.Comparisons())
    {
        foreach (var result in Harness.Measure(comparison))
        {
            Console.WriteLine(
                $"{result.Title,-44} {result.Variant.Name,-26} {Time(result.Nanoseconds),12} {result.Ratio,8:0.00} {result.Variant.Target,8:0.00} {Verdict(result.Ratio, result.Variant.Target)}");
        }
    }
}

foreach (var section in waits.Where(section => names.Count == 0 || names.Contains(section.Name)))
{
    Console.WriteLine();
    Console.WriteLine($"{section.Name,-44} {"part",-26} {"time",12} {"processor",12} {"target",12}");
    foreach (var duration in section.Durations())
    {
        Console.WriteLine(
            $"{duration.Title,-44} {duration.Name,-26} {Time(duration.Time.Wall),12} {Time(duration.Time.Processor),12} {(duration.Target is { } target ? Time(target) : ""),12} {Verdict(duration.Time.AtMost, duration.Target)}");
    }
}

return missed > 0 && args.Contains("--check") ? 1 : 0;

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
