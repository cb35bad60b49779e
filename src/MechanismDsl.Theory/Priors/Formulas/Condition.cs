namespace MechanismDsl.Theory.Priors;

/// <summary>A test inside a formula, with value equality; comparisons with NaN are false, but for ≠, as in C#.</summary>
public abstract record Condition
{
    private Condition()
    {
    }

    /// <summary>A comparison of two formulas.</summary>
    public sealed record Compare(Comparison Operator, Formula Left, Formula Right) : Condition;

    /// <summary>Both hold; the right one is tested only if the left one holds.</summary>
    public sealed record And(Condition Left, Condition Right) : Condition;

    /// <summary>At least one holds; the right one is tested only if the left one fails.</summary>
    public sealed record Or(Condition Left, Condition Right) : Condition;

    /// <summary>The operand fails.</summary>
    public sealed record Not(Condition Operand) : Condition;

    /// <summary>Whether the condition holds at the argument.</summary>
    public bool Holds(double argument) => this switch
    {
        Compare { Operator: var comparison, Left: var left, Right: var right } => Holds(comparison, left.Evaluate(argument), right.Evaluate(argument)),
        And and => and.Left.Holds(argument) && and.Right.Holds(argument),
        Or or => or.Left.Holds(argument) || or.Right.Holds(argument),
        Not not => !not.Operand.Holds(argument),
        _ => throw new InvalidOperationException($"unknown condition {GetType().Name}"),
    };

    /// <summary>The formulas that are compared, in order.</summary>
    public IEnumerable<Formula> Formulas => Comparisons.SelectMany(comparison => new[] { comparison.Left, comparison.Right });

    /// <summary>The comparisons of which the condition consists, in order.</summary>
    public IEnumerable<Compare> Comparisons => this switch
    {
        Compare compare => [compare],
        And and => and.Left.Comparisons.Concat(and.Right.Comparisons),
        Or or => or.Left.Comparisons.Concat(or.Right.Comparisons),
        Not not => not.Operand.Comparisons,
        _ => [],
    };

    /// <summary>True if the argument occurs.</summary>
    public bool DependsOnVariable => Formulas.Any(formula => formula.DependsOnVariable);

    /// <summary>The same condition with the named parameters replaced by numbers.</summary>
    public Condition Substitute(IReadOnlyDictionary<string, double> parameters) => this switch
    {
        Compare compare => compare with { Left = compare.Left.Substitute(parameters), Right = compare.Right.Substitute(parameters) },
        And and => new And(and.Left.Substitute(parameters), and.Right.Substitute(parameters)),
        Or or => new Or(or.Left.Substitute(parameters), or.Right.Substitute(parameters)),
        Not not => new Not(not.Operand.Substitute(parameters)),
        _ => this,
    };

    /// <summary>The condition as C# writes it.</summary>
    public sealed override string ToString() => FormulaText.Write(this);

    private static bool Holds(Comparison comparison, double left, double right) => comparison switch
    {
        Comparison.Less => left < right,
        Comparison.LessOrEqual => left <= right,
        Comparison.Greater => left > right,
        Comparison.GreaterOrEqual => left >= right,
        Comparison.Equal => left == right,
        Comparison.NotEqual => left != right,
        _ => throw new ArgumentOutOfRangeException(nameof(comparison), comparison, "unknown comparison"),
    };
}

/// <summary>How two numbers are compared.</summary>
public enum Comparison
{
    /// <summary>&lt;</summary>
    Less,

    /// <summary>≤</summary>
    LessOrEqual,

    /// <summary>&gt;</summary>
    Greater,

    /// <summary>≥</summary>
    GreaterOrEqual,

    /// <summary>=</summary>
    Equal,

    /// <summary>≠</summary>
    NotEqual,
}
