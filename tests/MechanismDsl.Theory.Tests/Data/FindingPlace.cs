using System.Text.RegularExpressions;
using MechanismDsl.Theory.Data;

namespace MechanismDsl.Theory.Tests.Data;

internal static partial class FindingPlace
{
    /// <summary>Requires that the line exists, that the column lies in it, and that the marked text ends before the file does.</summary>
    public static void AssertInside(string text, DataFinding finding)
    {
        int[] starts = [0, .. LineBreak().Matches(text).Select(match => match.Index + match.Length)];
        Assert.InRange(finding.Line, 0, starts.Length - 1);
        var lineEnd = finding.Line + 1 < starts.Length ? starts[finding.Line + 1] : text.Length;
        Assert.InRange(starts[finding.Line] + finding.Column, starts[finding.Line], lineEnd);
        Assert.InRange(starts[finding.Line] + finding.Column + finding.Length, 0, text.Length);
    }

    [GeneratedRegex("\r\n|\r|\n|\u0085|\u2028|\u2029")]
    private static partial Regex LineBreak();
}
