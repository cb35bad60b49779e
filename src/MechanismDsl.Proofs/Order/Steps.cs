using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Order;

/// <summary>The neighbours of a value within its kind, for strict comparisons; of decimals, bounds that enclose them.</summary>
internal static class Steps
{
    /// <summary>The largest value of the kind below a bound.</summary>
    public static double Below(ScalarKind kind, double bound) => kind switch
    {
        ScalarKind.Double => Ulp.Down(bound),
        ScalarKind.Boolean or ScalarKind.Int32 => bound - 1,
        _ => bound,
    };

    /// <summary>The smallest value of the kind above a bound.</summary>
    public static double Above(ScalarKind kind, double bound) => -Below(kind, -bound);
}
