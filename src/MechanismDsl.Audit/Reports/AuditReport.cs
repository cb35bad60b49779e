using System.Collections.Immutable;
using System.Text;

namespace MechanismDsl.Auditing;

/// <summary>The findings of an audit.</summary>
/// <param name="Mechanism">The mechanism's name.</param>
/// <param name="Scope">What was looked at, in words.</param>
/// <param name="Findings">One for each law, in the order of <see cref="Law"/>.</param>
public sealed record AuditReport(string Mechanism, string Scope, ImmutableArray<LawFinding> Findings)
{
    /// <summary>The finding about one law.</summary>
    /// <param name="law">The law.</param>
    public LawFinding this[Law law] => Findings.First(finding => finding.Law == law);

    /// <summary>True if the law holds for all types of the audit. A search never says so.</summary>
    /// <param name="law">The law.</param>
    public bool Holds(Law law) => this[law].Verdict == Verdict.Holds;

    /// <summary>True if there is a counterexample.</summary>
    /// <param name="law">The law.</param>
    public bool IsBroken(Law law) => this[law].Verdict == Verdict.Broken;

    /// <summary>The scope and a line for every law.</summary>
    public override string ToString()
    {
        var text = new StringBuilder().Append(Mechanism).Append(": ").Append(Scope);
        foreach (var finding in Findings)
        {
            text.Append('\n').Append("- ").Append(finding);
        }

        return text.ToString();
    }
}
