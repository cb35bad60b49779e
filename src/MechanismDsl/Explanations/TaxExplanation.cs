namespace MechanismDsl.Explanations;

/// <summary>Why a person produces what it produces, and what the tax does to that: its own best output against the one without a tax.</summary>
public static class TaxExplanation
{
    /// <summary>Explains what a person chooses.</summary>
    /// <param name="skill">Its output per unit of labour.</param>
    /// <param name="run">What a skill does.</param>
    /// <param name="tax">The tax on an output.</param>
    /// <exception cref="ArgumentOutOfRangeException">The skill lies outside its domain.</exception>
    public static string Of(double skill, Func<double, Assessment> run, Func<double, double> tax)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(tax);
        var chosen = run(skill);
        var head = $"A person of skill {ExplainedNumber.Of(skill)} produces {ExplainedNumber.Rounded(chosen.Output)}, {Due(chosen.Tax)} and keeps {ExplainedNumber.Rounded(chosen.Consumption)}";
        if (skill == 0)
        {
            return head + ": it cannot produce anything.";
        }

        var (own, free) = (Left(skill, chosen.Output, chosen.Consumption), skill * skill);
        var left = $"{head}; with its labour deducted, {ExplainedNumber.Rounded(own)} is left.";
        if (ExplainedNumber.Rounded(free) == ExplainedNumber.Rounded(chosen.Output))
        {
            return $"{left} That is what it would produce without a tax: a further unit of output would not be worth its labour.";
        }

        var due = tax(free);
        return $"{left} Without a tax it would produce {ExplainedNumber.Rounded(free)}, skill²; that output {(due < 0 ? $"receives {ExplainedNumber.Rounded(-due)}" : $"is taxed {ExplainedNumber.Rounded(due)}")} and would leave it {ExplainedNumber.Rounded(Left(skill, free, free - due))}. "
            + $"Where it is, a further unit of output is worth {ExplainedNumber.Rounded(chosen.MarginalTax)} less than one to it.";
    }

    /// <summary>Consumption less labour²/2; labour is output divided by skill.</summary>
    private static double Left(double skill, double output, double consumption)
    {
        var left = consumption - (output / skill * (output / skill) / 2);
        return Math.Abs(left) < 1e-12 * Math.Abs(consumption) ? 0 : left;
    }

    private static string Due(double tax) => Math.Abs(tax) < 1e-12 ? "pays no tax" : tax < 0 ? $"receives {ExplainedNumber.Rounded(-tax)}" : $"pays {ExplainedNumber.Rounded(tax)} of tax";
}
