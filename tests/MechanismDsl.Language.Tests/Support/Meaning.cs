using MechanismDsl.Language.Findings;
using MechanismDsl.Language.Normalization;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Tests.Support;

/// <summary>What the attributes of a type named X mean.</summary>
internal static class Meaning
{
    /// <summary>The problem; nothing must be wrong or worth a remark.</summary>
    public static Problem Of(string attributes, string mechanism = "")
    {
        var reading = Reading(attributes, mechanism);
        Assert.Empty(reading.Findings);
        return Assert.IsType<Problem>(reading.Problem);
    }

    /// <summary>The reading of <c>[Mechanism(…), …] partial class X { … }</c>.</summary>
    public static Reading Reading(string attributes, string mechanism = "", string body = "", params DataFile[] files) =>
        Normaliser.Read(Source.Of($"[Mechanism({mechanism}), {attributes}] partial class X {{ {body} }}").Read(), [.. files]);

    /// <summary>The findings as <c>ID: argument | argument</c>.</summary>
    public static IEnumerable<string> Findings(string attributes, string mechanism = "", string body = "", params DataFile[] files) =>
        Reading(attributes, mechanism, body, files).Findings.Select(Text);

    /// <summary>A finding as <c>ID: argument | argument</c>.</summary>
    public static string Text(Finding finding) => $"{finding.Id}: {string.Join(" | ", finding.Arguments)}";
}
