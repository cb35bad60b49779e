using MechanismDsl.Proofs.Order;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Proving;

/// <summary>
/// Where a law was lost. Of a comparison of two runs: the innermost operation of which it is not seen that it moves in one direction with the report, although its
/// operands are; of a value that can be undefined, the operation that makes it so. A message that names it tells the author what to write otherwise.
/// </summary>
internal sealed class LostOrder
{
    private readonly StaticOrder _order = new();
    private readonly Obligation _obligation;
    private readonly Term.Symbol _low;
    private readonly Term.Symbol _high;

    private LostOrder(Obligation obligation, Term.Symbol low, Term.Symbol high) => (_obligation, _low, _high) = (obligation, low, high);

    /// <summary>The obligation with what is said about the operation, and its place; the same if there is nothing to be said.</summary>
    /// <param name="open">What stayed open.</param>
    /// <param name="question">Whose inputs have names.</param>
    public static OpenObligation Explain(OpenObligation open, Question question)
    {
        var words = new TermWords(symbol => NameOf(symbol, question.System));
        var undefined = open.Obligation?.Goal switch
        {
            Goal.NotNaN number => number.Value,
            Goal.Finite number => number.Value,
            _ => null,
        };
        if (undefined is not null)
        {
            // The first operation whose operands are numbers.
            var source = undefined.SubTerms().Where(term => term.Range.MayBeNaN && term.Parts().All(part => !part.Range.MayBeNaN)).OrderBy(term => term.Id).FirstOrDefault() ?? undefined;
            return words.Of(source) is { } cause ? open with { Words = $"{open.Words}, by '{cause}'", Site = open.Site >= 0 ? open.Site : open.Obligation!.Pool.SiteOf(source) } : open;
        }

        if (open.Obligation is not { Goal: Goal.Compare goal } obligation
            || obligation.Pool.Symbols.FirstOrDefault(symbol => symbol.Role == SymbolRole.Focal) is not { } low
            || obligation.Pool.Symbols.FirstOrDefault(symbol => symbol.Role == SymbolRole.FocalOther) is not { } high)
        {
            return open;
        }

        var search = new LostOrder(obligation, low, high);
        if ((search.Innermost(goal.Left) ?? search.Innermost(goal.Right)) is { } lost)
        {
            var site = open.Site >= 0 ? open.Site : obligation.Pool.SiteOf(lost);
            return words.Of(lost) is { } text ? open with { Words = $"{open.Words}: '{text}' is not seen to move in one direction", Site = site } : open with { Site = site };
        }

        return words.Of(goal.Left) is { } left && words.Of(goal.Right) is { } right && left != right
            ? open with { Words = $"{open.Words}: from '{left}' to '{right}'", Site = open.Site >= 0 ? open.Site : obligation.Pool.SiteOf(goal.Right) }
            : open;
    }

    private Term? Innermost(Term term)
    {
        foreach (var part in term.Parts())
        {
            if (Innermost(part) is { } lost)
            {
                return lost;
            }
        }

        return Moves(term) ? null : term;
    }

    private bool Moves(Term term)
    {
        var report = term.Mentions(_low) ? _low : _high;
        var moved = _obligation.Pool.Substitute(term, report, ReferenceEquals(report, _low) ? _high : _low);
        return _order.LessOrEqual(term, moved) != Entailment.Open || _order.LessOrEqual(moved, term) != Entailment.Open;
    }

    // Both reports have the author's name of the input; a score knows one agent only.
    private static string NameOf(Term.Symbol symbol, RuleSystem system) => symbol.Input < 0 ? symbol.Name
        : system.Score is null && system.Inputs[symbol.Input] is { Role: ParameterRole.Reports or ParameterRole.PublicOfAgents } all ? FormattableString.Invariant($"{all.Name}[{symbol.Agent}]")
        : system.Inputs[symbol.Input].Name;
}
