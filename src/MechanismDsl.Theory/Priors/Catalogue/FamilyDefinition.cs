using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Priors;

/// <summary>A family with its domain: rules that are tested in order, and the constructor.</summary>
internal sealed record FamilyDefinition(PriorFamily Family, IReadOnlyList<DomainRule> Rules, Func<double[], Prior> Make)
{
    /// <summary>The violations of the parameters, each parameter's first one; the parameters are complete.</summary>
    public IEnumerable<PriorViolation> Violations(double[] parameters) => Broken(parameters).Select(rule => new PriorViolation(
        ViolationKind.Domain,
        Family.Parameters[rule.Index].Name,
        rule.Index,
        parameters[rule.Index],
        rule.Words(parameters),
        Repairs(parameters, rule).ToEquatableArray()));

    private IEnumerable<DomainRule> Broken(double[] parameters)
    {
        var seen = new HashSet<int>();
        foreach (var rule in Rules)
        {
            if (!seen.Contains(rule.Index) && !rule.Needs.Any(seen.Contains) && !rule.Holds(parameters))
            {
                seen.Add(rule.Index);
                yield return rule;
            }
        }
    }

    /// <summary>The rule's proposals that leave nothing of the rule's own parameters wrong.</summary>
    private IEnumerable<PriorRepair> Repairs(double[] parameters, DomainRule rule)
    {
        foreach (var (title, values) in rule.Proposals(parameters))
        {
            if (Rules.Where(other => other.Index == rule.Index).All(other => other.Holds(values)) && rule.Holds(values))
            {
                yield return new PriorRepair(title, values.ToEquatableArray(), []);
            }
        }
    }
}

/// <summary>One condition on the parameters.</summary>
/// <param name="Index">The parameter that is blamed.</param>
/// <param name="Needs">Parameters that must be right before the condition makes sense.</param>
/// <param name="Holds">The condition.</param>
/// <param name="Words">The condition in words that follow "must be".</param>
/// <param name="Proposals">Titles and parameters of repairs.</param>
internal sealed record DomainRule(
    int Index,
    IReadOnlyList<int> Needs,
    Func<double[], bool> Holds,
    Func<double[], string> Words,
    Func<double[], IEnumerable<(string Title, double[] Values)>> Proposals);
