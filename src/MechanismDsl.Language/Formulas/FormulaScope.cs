using MechanismDsl.Theory.Priors;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Language.Formulas;

/// <summary>What the names in a body mean: the argument, the numbers of an own prior, and locals that were read already.</summary>
/// <param name="Argument">The method's parameter.</param>
/// <param name="Parameters">Names of the prior's constructor parameters; empty for a strategy.</param>
/// <param name="Locals">Values of the locals in scope.</param>
internal sealed record FormulaScope(IParameterSymbol Argument, IReadOnlyList<string> Parameters, IReadOnlyDictionary<ILocalSymbol, Formula> Locals)
{
    /// <summary>A scope without locals.</summary>
    public static FormulaScope Of(IParameterSymbol argument, IReadOnlyList<string> parameters) =>
        new(argument, parameters, new Dictionary<ILocalSymbol, Formula>(SymbolEqualityComparer.Default));

    /// <summary>The same scope with one more local.</summary>
    public FormulaScope With(ILocalSymbol local, Formula value)
    {
        Dictionary<ILocalSymbol, Formula> locals = new(SymbolEqualityComparer.Default);
        foreach (var pair in Locals)
        {
            locals.Add(pair.Key, pair.Value);
        }

        locals[local] = value;
        return this with { Locals = locals };
    }
}
