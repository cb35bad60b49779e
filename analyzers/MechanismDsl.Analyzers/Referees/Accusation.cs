using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Analyzers.Referees;

/// <summary>Something to say about a rule.</summary>
/// <param name="Finding">What, and where.</param>
/// <param name="Sites">The branches of the rules that decided; at most two.</param>
internal sealed record Accusation(Finding Finding, EquatableArray<int> Sites)
{
    /// <summary>The accusation with the counterexample as a check for a test, where one can be written.</summary>
    public Accusation With(string? check) => check is null
        ? this
        : this with { Finding = Finding with { Properties = Finding.Properties.Append(new FixProperty(FixData.Counterexample, check)).ToEquatableArray() } };
}
