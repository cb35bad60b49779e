using System.Reflection;
using Xunit.Sdk;

namespace MechanismDsl.Theory.Tests.Golden;

/// <summary>
/// Runs a theory once for each golden case whose id matches, with the id as its argument. A trailing <c>*</c> in a pattern stands for any rest.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GoldenAttribute(params string[] patterns) : DataAttribute
{
    /// <summary>The patterns of ids.</summary>
    public IReadOnlyList<string> Patterns => patterns;

    /// <summary>True if the id matches the pattern.</summary>
    public static bool Matches(string pattern, string id) =>
        pattern.EndsWith('*') ? id.StartsWith(pattern[..^1], StringComparison.Ordinal) : id == pattern;

    /// <inheritdoc/>
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        GoldenCase.All.Where(golden => patterns.Any(pattern => Matches(pattern, golden.Id))).Select(golden => new object[] { golden.Id });
}
