namespace MechanismDsl.Proofs.Terms;

/// <summary>How two values compare.</summary>
internal enum Relation
{
    /// <summary>left ≤ right.</summary>
    LessOrEqual,

    /// <summary>left &lt; right.</summary>
    Less,

    /// <summary>left = right.</summary>
    Equal,

    /// <summary>left ≠ right.</summary>
    NotEqual,
}

/// <summary>A comparison that holds on a path: a decision that was taken, or x ≤ x′. Negated decisions are turned round, which is right because NaN is excluded.</summary>
/// <param name="Relation">How the two compare.</param>
/// <param name="Left">The left term.</param>
/// <param name="Right">The right term, of the same kind.</param>
/// <param name="Site">The branch in the source that was decided, −1 if none.</param>
internal readonly record struct Fact(Relation Relation, Term Left, Term Right, int Site = -1)
{
    /// <summary>The opposite comparison, for a decision that fell the other way.</summary>
    public Fact Negated => Relation switch
    {
        Relation.LessOrEqual => new Fact(Relation.Less, Right, Left, Site),
        Relation.Less => new Fact(Relation.LessOrEqual, Right, Left, Site),
        Relation.Equal => new Fact(Relation.NotEqual, Left, Right, Site),
        _ => new Fact(Relation.Equal, Left, Right, Site),
    };

    /// <summary>The comparison in the form of certificates, e.g. <c>x &lt;= x'</c>.</summary>
    public override string ToString() => $"{Left} {RelationText.Of(Relation)} {Right}";
}

/// <summary>Relations as certificates write them.</summary>
internal static class RelationText
{
    /// <summary>The C# operator.</summary>
    public static string Of(Relation relation) => relation switch
    {
        Relation.LessOrEqual => "<=",
        Relation.Less => "<",
        Relation.Equal => "==",
        _ => "!=",
    };
}
