using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Generators.Writing;

/// <summary>Affine expressions and their inverses as a person would write them.</summary>
internal static class AffineText
{
    /// <summary><c>2 * bid - 12</c>, <c>bid - 3</c>, <c>2 * bid</c>, <c>bid</c>: slope·x + intercept.</summary>
    public static string Of(double slope, double intercept, string variable) => Shift(Scale(slope, variable), intercept);

    /// <summary>The inverse of slope·x + intercept: <c>(score + 12) / 2</c>.</summary>
    public static string Inverse(double slope, double intercept, string variable)
    {
        var shifted = Shift(variable, -intercept);
        return slope == 1 ? shifted : $"{(intercept == 0 ? shifted : $"({shifted})")} / {NumberText.Exact(slope)}";
    }

    private static string Scale(double slope, string variable) => slope == 1 ? variable : $"{NumberText.Exact(slope)} * {variable}";

    private static string Shift(string term, double amount) => amount switch
    {
        0 => term,
        > 0 => $"{term} + {NumberText.Exact(amount)}",
        _ => $"{term} - {NumberText.Exact(-amount)}",
    };
}
