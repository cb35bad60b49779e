using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace MechanismDsl.Benchmarks;

/// <summary>The page docs/measurements.md, which nobody writes by hand: one block for each section, replaced when that section is measured again.</summary>
internal static partial class MeasurementPage
{
    private const string Head = """
        # Measurements

        Written by `dotnet run -c Release --project tests/MechanismDsl.Benchmarks -- --write`, with names of sections for some of them. Ratios are medians over rounds in which every
        variant runs once, so that a machine that is slow for a while is slow for all; the first variant of each comparison is what the others are compared with. Times are per unit.
        [Performance](performance.md) says what the sections do and what the numbers mean.

        """;

    /// <summary>Replaces the blocks of the sections that were measured; the others stay as they are.</summary>
    public static void Write(IEnumerable<ResultTable> tables)
    {
        var path = PathOf();
        var blocks = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (Match block in Block().Matches(File.Exists(path) ? File.ReadAllText(path) : string.Empty))
        {
            blocks[block.Groups["name"].Value] = block.Value.TrimEnd('\n') + "\n";
        }

        foreach (var table in tables)
        {
            blocks[table.Section] = $"## {table.Section}\n\n{Machine()}\n\n{table.Markdown()}";
        }

        File.WriteAllText(path, Head + string.Concat(blocks.Values.Select(block => "\n" + block)));
    }

    /// <summary>What the numbers depend on, beside the code.</summary>
    public static string Machine() =>
        $"{Processor()}, {Environment.ProcessorCount} processors, registers {Registers.Widest}; {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSArchitecture}.";

    private static string Processor()
    {
        const string Source = "/proc/cpuinfo";
        var name = File.Exists(Source) ? File.ReadLines(Source).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) : null;
        return name is null ? "a processor without a name" : name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }

    private static string PathOf([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../docs/measurements.md"));

    [GeneratedRegex(@"^## (?<name>[a-z]+)\n.*?(?=^## |\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
