using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.SingleParameter.Expectations;

/// <summary>
/// Expected revenue from n alike agents in closed form: R(n) = Σ α (hiⁿ − loⁿ) + β n/(n+1) (hiⁿ⁺¹ − loⁿ⁺¹), the integral of the virtual value
/// α + β u against d(uⁿ), where u = F(v) is the quantile of the highest type (Myerson 1981 in quantile space, Bulow and Roberts 1989).
/// </summary>
/// <param name="Terms">The pieces, in increasing order of u.</param>
/// <param name="Least">The smallest number of agents for which the formula holds: 1, or 2 where a lone agent would pay less than its lowest type.</param>
public sealed record RevenueFormula(EquatableArray<RevenueTerm> Terms, int Least)
{
    /// <summary>R(n) for n ≥ <see cref="Least"/>.</summary>
    public double At(int agents)
    {
        var sum = 0.0;
        foreach (var term in Terms)
        {
            sum += term.At(agents);
        }

        return sum;
    }
}

/// <summary>α (hiⁿ − loⁿ) + β n/(n+1) (hiⁿ⁺¹ − loⁿ⁺¹).</summary>
/// <param name="Alpha">α, in units of money.</param>
/// <param name="Beta">β, in units of money.</param>
/// <param name="Low">lo, a probability.</param>
/// <param name="High">hi, a probability.</param>
public readonly record struct RevenueTerm(double Alpha, double Beta, double Low, double High)
{
    /// <summary>The term for n agents.</summary>
    public double At(int agents)
    {
        var first = Math.Pow(High, agents) - Math.Pow(Low, agents);
        var second = Math.Pow(High, agents + 1) - Math.Pow(Low, agents + 1);
        return (Alpha * first) + (Beta * agents / (agents + 1.0) * second);
    }
}
