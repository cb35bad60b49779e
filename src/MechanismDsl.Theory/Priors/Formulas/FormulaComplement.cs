namespace MechanismDsl.Theory.Priors;

public abstract partial record Formula
{
    /// <summary>
    /// 1 − this formula without the subtraction, where the form shows it: 1 − X gives X, X/(X + C) gives C/(X + C), 1/(1 + X) gives
    /// X/(1 + X), and a conditional is treated branch by branch. Null for other forms: 1 − F would lose the upper tail.
    /// </summary>
    public Formula? Complement() => this switch
    {
        Constant constant => 1 - constant.Value,
        Binary { Operator: BinaryOperator.Subtract, Left: Constant { Value: 1 }, Right: var rest } => rest,
        Binary { Operator: BinaryOperator.Divide, Left: var part, Right: Binary { Operator: BinaryOperator.Add } whole } =>
            whole.Left == part ? whole.Right / whole
            : whole.Right == part ? whole.Left / whole
            : null,
        Conditional conditional => conditional.Then.Complement() is { } then && conditional.Else.Complement() is { } otherwise
            ? new Conditional(conditional.Test, then, otherwise)
            : null,
        _ => null,
    };
}
