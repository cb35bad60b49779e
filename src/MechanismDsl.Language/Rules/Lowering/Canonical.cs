using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Language.Rules.Lowering;

/// <summary>
/// Numbers the variables, labels and sites of a rule in the order of its text, so that methods that mean the same get the same numbers, however
/// many temporaries were tried on the way.
/// </summary>
internal sealed class Canonical : RuleRewriter
{
    private readonly Dictionary<int, Variable> _variables = [];
    private readonly Dictionary<int, int> _labels = [];
    private readonly List<int> _sites = [];

    private readonly int _firstSite;

    private Canonical(int firstSite) => _firstSite = firstSite;

    /// <summary>The rule with its own numbers, and for each of its sites, from the first one on, the number that the place had before.</summary>
    public static (Rule Rule, IReadOnlyList<int> Sites) Of(string name, IEnumerable<RuleParameter> parameters, IEnumerable<Statement> body, Variable result, int firstSite)
    {
        var canonical = new Canonical(firstSite);
        var inputs = parameters.Select(parameter => parameter with { Variable = canonical.Rewrite(parameter.Variable) }).ToEquatableArray();
        var statements = canonical.Rewrite(body);
        return (new Rule(name, inputs, statements, canonical.Rewrite(result)), canonical._sites);
    }

    /// <inheritdoc/>
    protected override Variable Rewrite(Variable variable)
    {
        if (!_variables.TryGetValue(variable.Index, out var numbered))
        {
            numbered = variable with { Index = _variables.Count };
            _variables.Add(variable.Index, numbered);
        }

        return numbered;
    }

    /// <inheritdoc/>
    protected override int Label(int label)
    {
        if (!_labels.TryGetValue(label, out var numbered))
        {
            numbered = _labels.Count;
            _labels.Add(label, numbered);
        }

        return numbered;
    }

    /// <inheritdoc/>
    protected override int Site(int site)
    {
        _sites.Add(site);
        return _firstSite + _sites.Count - 1;
    }
}
