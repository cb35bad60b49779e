using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Proofs.Inverses;

/// <summary>How a score is compared with a level.</summary>
internal enum Relation
{
    /// <summary>score ≥ level.</summary>
    AtLeast,

    /// <summary>score &gt; level.</summary>
    Above,

    /// <summary>score ≤ level.</summary>
    AtMost,

    /// <summary>score &lt; level.</summary>
    Below,
}

/// <summary>Facts about relations.</summary>
internal static class Relations
{
    /// <summary>What −score satisfies against −level.</summary>
    public static Relation Flip(this Relation relation) => relation switch
    {
        Relation.AtLeast => Relation.AtMost,
        Relation.Above => Relation.Below,
        Relation.AtMost => Relation.AtLeast,
        _ => Relation.Above,
    };

    /// <summary>Whether equality does not satisfy it.</summary>
    public static bool IsStrict(this Relation relation) => relation is Relation.Above or Relation.Below;

    /// <summary>Whether large scores satisfy it.</summary>
    public static bool IsUpward(this Relation relation) => relation is Relation.AtLeast or Relation.Above;

    /// <summary>The relation as a test.</summary>
    public static Expression Test(this Relation relation, Expression score, Expression level) => relation.IsUpward()
        ? Formulas.Less(level, score, orEqual: !relation.IsStrict())
        : Formulas.Less(score, level, orEqual: !relation.IsStrict());
}
