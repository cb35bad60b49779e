using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.SingleParameter.Expectations;

/// <summary>Who takes part when being in the room costs something.</summary>
public static class EntryFees
{
    /// <summary>
    /// The type v* that is indifferent about entering against n − 1 alike rivals: (v* − r)·F(v*)ⁿ⁻¹ = e. Higher types enter, and by revenue
    /// equivalence the auction earns what a reserve of v* without a fee earns (Milgrom and Weber 1982; Krishna 2010, section 2.5).
    /// </summary>
    /// <param name="types">The prior of each agent, with a density.</param>
    /// <param name="agents">n ≥ 1.</param>
    /// <param name="fee">e ≥ 0, what every entrant pays.</param>
    /// <param name="reserve">r ≥ 0, the reserve that an entrant faces.</param>
    /// <returns>v*, at least r; +∞ if no type of the support gains by entering.</returns>
    public static double Participation(Prior types, int agents, double fee, double reserve)
    {
        if (fee <= 0 || agents == 1)
        {
            return reserve + fee;
        }

        double Gain(double type) => ((type - reserve) * Chance.Power(types.Cdf(type), types.Survival(type), agents - 1)) - fee;

        var low = Math.Max(types.Lower, reserve);
        var high = types.Upper;
        if (double.IsPositiveInfinity(high))
        {
            high = Math.Max(low + 1, 2 * Math.Abs(low));
            while (Gain(high) < 0 && high < 1e300)
            {
                high *= 2;
            }
        }

        return Gain(high) < 0 ? double.PositiveInfinity : Bisect(Gain, low, high);
    }

    /// <summary>The smallest double at which an increasing function is not negative.</summary>
    private static double Bisect(Func<double, double> function, double low, double high)
    {
        while (true)
        {
            var middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high)
            {
                return high;
            }

            if (function(middle) < 0)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }
    }
}
