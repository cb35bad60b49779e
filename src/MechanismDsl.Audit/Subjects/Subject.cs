using System.Globalization;
using Fractions;
using MechanismDsl.Auditing.Settings;
using MechanismDsl.Auditing.Simulating;

namespace MechanismDsl.Auditing.Subjects;

/// <summary>A mechanism under audit, with types as rows of numbers.</summary>
internal abstract class Subject
{
    /// <summary>The mechanism's name.</summary>
    public required string Name { get; init; }

    /// <summary>Who takes part, in the order of the reports.</summary>
    public required IReadOnlyList<Party> Parties { get; init; }

    /// <summary>What can be decided and what it is worth.</summary>
    public required Setting Setting { get; init; }

    /// <summary>Largest of the amounts that the declaration states; 0 without any.</summary>
    public double LargestAmount { get; init; }

    /// <summary>Whether money is a double, so that tiny violations are rounding.</summary>
    public abstract bool IsRounded { get; }

    /// <summary>Runs the mechanism on reports.</summary>
    /// <exception cref="Exception">Whatever the mechanism throws.</exception>
    public abstract Settlement Run(IReadOnlyList<double[]> reports);

    /// <summary>A type's numbers as the mechanism takes them, exact.</summary>
    public abstract Fraction[] Exact(int agent, double[] type);

    /// <summary>What an outcome is worth to an agent of a type, exact.</summary>
    public virtual Fraction Value(int agent, double[] type, Settlement settlement)
    {
        var own = Exact(agent, type);
        return settlement.Mean(lots => Setting.Worth.Exact(own, lots[agent]));
    }

    /// <summary>What an outcome is worth to an agent of a type, in doubles.</summary>
    public virtual double Near(int agent, double[] type, Settlement settlement) => settlement.Mean(lots => Setting.Worth.Near(type, lots[agent]));

    /// <summary>What an outcome costs that no agent bears.</summary>
    public virtual Fraction Cost(Settlement settlement) => settlement.Mean(Setting.CostOf);

    /// <summary>The outcomes that could be chosen, whatever anybody pays; null if they are not known.</summary>
    public virtual IEnumerable<Settlement>? Alternatives() =>
        Setting.Feasible?.Invoke().Select(lots => new Settlement(lots, [], LotText.Of(lots, Parties)));

    /// <summary>Utility of not taking part.</summary>
    public virtual Fraction Outside(int agent, double[] type) =>
        Parties[agent].OutsideOption + (Setting.Outside is { } outside ? outside(agent, Exact(agent, type)) : Fraction.Zero);

    /// <summary>A type in words.</summary>
    public virtual string Text(int agent, double[] type) => type.Length == 1
        ? type[0].ToString("R", CultureInfo.InvariantCulture)
        : $"({string.Join(", ", type.Select(number => number.ToString("R", CultureInfo.InvariantCulture)))})";

    /// <summary>What plays many profiles at once; null if there is nothing faster than one by one.</summary>
    public virtual IBlockPlayer? BlockPlayer() => null;

    /// <summary>Exact utility.</summary>
    public Fraction Utility(int agent, double[] type, Settlement settlement) => Value(agent, type, settlement) - settlement.Payments[agent].Exact;

    /// <summary>A type with its numbers in the order that reports need.</summary>
    public virtual double[] InOrder(double[] type) => type;

    /// <summary>Runs the mechanism and looks at what came: every payment has to be finite, and there has to be one an agent.</summary>
    /// <exception cref="AuditException">It refuses the profile, or a payment is not a number.</exception>
    public Settlement Play(IReadOnlyList<double[]> reports) =>
        TryPlay(reports, out var refusal) ?? throw new AuditException($"At the reports {Profile(reports)} '{Name}' throws: {refusal}");

    /// <summary>The same; null, with the reason, if the mechanism refuses the profile.</summary>
    /// <exception cref="AuditException">A payment is not a number.</exception>
    public Settlement? TryPlay(IReadOnlyList<double[]> reports, out string? refusal)
    {
        Settlement settlement;
        try
        {
            settlement = Run(reports);
        }
        catch (Exception refused) when (refused is ArgumentException or ArithmeticException or AllocationNotProvedException or IndexOutOfRangeException)
        {
            refusal = refused.Message;
            return null;
        }

        refusal = null;
        if (settlement.Payments.Length != Parties.Count)
        {
            throw new AuditException(FormattableString.Invariant($"'{Name}' answers for {settlement.Payments.Length} agents, and {Parties.Count} take part."));
        }

        for (var agent = 0; agent < Parties.Count; agent++)
        {
            if (!settlement.Payments[agent].IsFinite || (settlement.Lots.Length > 0 && !double.IsFinite(settlement.Lots[agent].Quantity)))
            {
                throw new AuditException($"At the reports {Profile(reports)} '{Name}' gives {Parties[agent].Name} a payment or a quantity that is not a number: {settlement}.");
            }
        }

        return settlement;
    }

    /// <summary>The reports of all agents in words.</summary>
    public string Profile(IReadOnlyList<double[]> reports) => string.Join(", ", reports.Select((report, agent) => Text(agent, report)));
}
