using System.Numerics;
using MechanismDsl.Auditing.Declarations;
using MechanismDsl.Auditing.Settings;

namespace MechanismDsl.Auditing.Subjects;

/// <summary>One seller and one buyer.</summary>
internal sealed class TradeSubject<TMechanism, TMoney> : MoneySubject<TMoney>
    where TMechanism : IBilateralTrade<TMoney>
    where TMoney : struct, INumber<TMoney>
{
    private readonly IOutcomeReader<Trade<TMoney>> _reader = OutcomeReader.Find<Trade<TMoney>>()!;

    /// <summary>Reads a mechanism.</summary>
    public static Subject Create(DeclaredMechanism mechanism, AuditSetup setup) => new TradeSubject<TMechanism, TMoney>
    {
        Name = mechanism.Type.Name,
        Parties = [.. DeclaredAgents.OfTrade(mechanism).Select((agent, index) => Party.Of(mechanism, setup, agent, index, Dimensions(mechanism, 1, string.Empty)))],
        Setting = new Setting { Worth = new Worth.PerUnit(0, []), Feasible = () => [[Lot.None, Lot.None], [new Lot(0, -1), new Lot(0, 1)]] },
        LargestAmount = mechanism.Amounts().DefaultIfEmpty(0).Max(),
    };

    /// <inheritdoc/>
    public override Settlement Run(IReadOnlyList<double[]> reports) => _reader.Read(TMechanism.Run(Numbers<TMoney>.Of(reports[0][0]), Numbers<TMoney>.Of(reports[1][0])), 2);
}

/// <summary>Different items that have no names; a type is a value for each.</summary>
internal sealed class AssignmentSubject<TMechanism, TMoney>(int items) : MoneySubject<TMoney>
    where TMechanism : IAssignment<TMoney>
    where TMoney : struct, INumber<TMoney>
{
    private readonly IOutcomeReader<Allotments<TMoney>> _reader = OutcomeReader.Find<Allotments<TMoney>>()!;

    /// <summary>Reads a mechanism.</summary>
    public static Subject Create(DeclaredMechanism mechanism, AuditSetup setup)
    {
        var items = setup.Items ?? (setup.Vectors is { Count: > 0 } vectors && vectors[0].Count > 0 ? vectors[0][0].Count : null as int?)
            ?? throw new AuditException($"'{mechanism.Type.Name}' does not say how many items there are: hand over Items = 2, or more.");
        var agents = DeclaredAgents.Of(mechanism, setup);
        return new AssignmentSubject<TMechanism, TMoney>(items)
        {
            Name = mechanism.Type.Name,
            Parties = [.. agents.Select((agent, index) => Party.Of(mechanism, setup, agent, index, Dimensions(mechanism, items, "item")))],
            Setting = new Setting { Worth = new Worth.PerItem(), Feasible = () => FeasibleLots.Matchings(agents.Count, [.. Enumerable.Repeat(1, items)]) },
        };
    }

    /// <inheritdoc/>
    public override Settlement Run(IReadOnlyList<double[]> reports) => _reader.Read(TMechanism.Run(Money(reports.SelectMany(report => report)), items), reports.Count);
}

/// <summary>Identical items for agents who want several; a type is the value of each further one, none more than the one before.</summary>
internal sealed class UnitSubject<TMechanism, TMoney> : MoneySubject<TMoney>
    where TMechanism : IUnitAuction<TMoney>
    where TMoney : struct, INumber<TMoney>
{
    private readonly IOutcomeReader<Awards<TMoney>> _reader = OutcomeReader.Find<Awards<TMoney>>()!;

    /// <summary>Reads a mechanism.</summary>
    public static Subject Create(DeclaredMechanism mechanism, AuditSetup setup)
    {
        var agents = DeclaredAgents.Of(mechanism, setup);
        var items = mechanism.Find("IdenticalItems")?.Get<int>("Count") ?? 0;
        var seller = Auditing.Exact.Rational.OfBits(mechanism.Find("SellerValue")?.Get<double>("Value") ?? 0);
        return new UnitSubject<TMechanism, TMoney>
        {
            Name = mechanism.Type.Name,
            Parties = [.. agents.Select((agent, index) => Party.Of(mechanism, setup, agent, index, Dimensions(mechanism, TMechanism.ValuesPerAgent, "value")))],
            Setting = new Setting
            {
                Worth = new Worth.PerFurtherUnit(),
                Feasible = () => FeasibleLots.Units(agents.Count, items, TMechanism.ValuesPerAgent),
                Cost = seller.IsZero ? null : lots => seller * lots.Sum(lot => (int)lot.Quantity),
            },
            LargestAmount = mechanism.Amounts().DefaultIfEmpty(0).Max(),
        };
    }

    /// <inheritdoc/>
    public override Settlement Run(IReadOnlyList<double[]> reports) => _reader.Read(TMechanism.Run(Money(reports.SelectMany(report => report))), reports.Count);

    /// <inheritdoc/>
    public override double[] InOrder(double[] type) => [.. type.OrderDescending()];
}
