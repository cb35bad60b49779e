using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Symbolic;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Laws;

/// <summary>What laws demand of results, with what is obviously so left out.</summary>
internal static class Demand
{
    /// <summary>That a value is not NaN.</summary>
    public static void Number(IDecisions decisions, Term term, string words)
    {
        if (term.Kind == ScalarKind.Double && term.Range.MayBeNaN)
        {
            decisions.Require(new Goal.NotNaN(term), words, -1);
        }
    }

    /// <summary>That a value is neither NaN nor infinite.</summary>
    public static void Finite(IDecisions decisions, Term term, string words)
    {
        if (term.Kind == ScalarKind.Double && !term.Range.IsFinite)
        {
            decisions.Require(new Goal.Finite(term), words, -1);
        }
    }

    /// <summary>That left ≤ right, in a kind that both fit into.</summary>
    public static void AtMost(IDecisions decisions, TermPool pool, Term left, Term right, string words)
    {
        var kind = Profile.Common(left.Kind, right.Kind);
        var fact = Comparisons.Normalize(pool, new Fact(Relation.LessOrEqual, pool.Convert(kind, left), pool.Convert(kind, right)));
        switch (Comparisons.Constant(pool, fact))
        {
            case true:
                break;
            case false:
                decisions.Require(new Goal.Impossible(), words, -1);
                break;
            default:
                decisions.Require(new Goal.Compare(Relation.LessOrEqual, fact.Left, fact.Right), words, -1);
                break;
        }
    }
}
