using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Generators.Tests.Support;

/// <summary>
/// Snapshot tests in Verify's idiom and over its files: <c>await Verify(driver)</c> compares every generated source with
/// <c>Snapshots/Class.Method#Hint.verified.cs</c> and leaves a <c>.received.cs</c> beside it where they differ.
/// </summary>
internal static class Verifier
{
    public static async Task Verify(GeneratorDriver driver, [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(file)!, "Snapshots");
        var prefix = $"{Path.GetFileNameWithoutExtension(file)}.{method}#";
        var expected = Directory.Exists(folder) ? Directory.GetFiles(folder, prefix + "*.verified.cs").Select(Path.GetFileName).ToHashSet() : [];
        var problems = new List<string>();
        foreach (var source in driver.GetRunResult().Results.SelectMany(result => result.GeneratedSources))
        {
            var name = prefix + Path.GetFileNameWithoutExtension(source.HintName);
            var received = $"//HintName: {source.HintName}\n{Version.Replace(source.SourceText.ToString(), "%VERSION%")}";
            _ = expected.Remove(name + ".verified.cs");
            var path = Path.Combine(folder, name + ".verified.cs");
            if (!File.Exists(path) || await File.ReadAllTextAsync(path) != received)
            {
                _ = Directory.CreateDirectory(folder);
                await File.WriteAllTextAsync(Path.Combine(folder, name + ".received.cs"), received);
                problems.Add($"{name}: differs from the verified snapshot; compare .received.cs and, if it is right, rename it to .verified.cs.");
            }
        }

        problems.AddRange(expected.Select(name => $"{name}: nothing was generated for this snapshot."));
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    /// <summary>The version and the hashes of the rest and of the rules change with every release; a snapshot shows none of them.</summary>
    private static Regex Version { get; } = new("""(?<=(GeneratedCode|GeneratedMechanism)\("(MechanismDsl", ")?)[^"]*(", "[0-9a-f]{16}(", Rules = "[0-9a-f]{16})?)?(?="\))""");
}
