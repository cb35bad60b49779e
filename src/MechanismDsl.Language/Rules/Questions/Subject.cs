using MechanismDsl.Proofs.Questions;
using MechanismDsl.Theory.Numbers;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Language.Rules.Questions;

/// <summary>What the provers are asked about: the user's rules of one mechanism as one system, or the constructs that keep them from being one.</summary>
/// <param name="System">The system; null if a rule was refused.</param>
/// <param name="Refusals">What was refused, each with the attribute of its rule.</param>
/// <param name="Sites">Where the nodes of the rules are in the source.</param>
public sealed record Subject(RuleSystem? System, EquatableArray<Refused> Refusals, EquatableArray<SiteTable> Sites)
{
    /// <summary>Why laws about payments and welfare cannot be asked, although the rules were read, as a clause; null if they can.</summary>
    public string? Obstacle { get; init; }

    /// <summary>Names of the agents, by index; empty for alike agents.</summary>
    public EquatableArray<string> Names { get; init; }

    /// <summary>What each agent has if it does not take part, by index; one entry for alike agents.</summary>
    public EquatableArray<double> OutsideOptions { get; init; }

    /// <summary>The numbers of the inputs that an agent states besides its report and could misstate.</summary>
    public EquatableArray<int> Controlled { get; init; }

    /// <summary>The location of a site; null if it has none in this compilation.</summary>
    public Location? Locate(int site, Compilation compilation) =>
        Sites.Select(table => table.Locate(site, compilation)).FirstOrDefault(location => location is not null);
}

/// <summary>A construct of a rule that the provers do not understand.</summary>
/// <param name="Attribute">The attribute of the rule, without the suffix.</param>
/// <param name="Method">The name of the rule.</param>
/// <param name="Refusal">What it is, and where.</param>
public sealed record Refused(string Attribute, string Method, RuleRefusal Refusal);
