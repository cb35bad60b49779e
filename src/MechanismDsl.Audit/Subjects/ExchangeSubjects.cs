using System.Numerics;
using MechanismDsl.Auditing.Declarations;
using MechanismDsl.Auditing.Settings;

namespace MechanismDsl.Auditing.Subjects;

/// <summary>An exchange: buyers come first, then sellers.</summary>
internal abstract class AnyExchangeSubject<TMoney>(int buyers) : MoneySubject<TMoney>
    where TMoney : struct, INumber<TMoney>
{
    private const int MostAgents = 16;

    /// <inheritdoc/>
    public override Settlement Run(IReadOnlyList<double[]> reports) =>
        Run(Money(reports.Take(buyers).Select(report => report[0])), Money(reports.Skip(buyers).Select(report => report[0])));

    /// <summary>Runs the exchange.</summary>
    protected abstract Settlement Run(TMoney[] bids, TMoney[] costs);

    /// <summary>Who takes part.</summary>
    protected static IReadOnlyList<Party> PartiesOf(DeclaredMechanism mechanism, AuditSetup setup, IReadOnlyList<DeclaredAgent> agents) =>
        [.. agents.Select((agent, index) => Party.Of(mechanism, setup, agent, index, Dimensions(mechanism, 1, string.Empty)))];

    /// <summary>Every trade between them.</summary>
    protected static Setting SettingOf(int buyers, int agents) => new()
    {
        Worth = new Worth.PerUnit(0, []),
        Feasible = agents <= MostAgents ? () => FeasibleLots.Trades(buyers, agents - buyers) : null,
    };

    /// <summary>The number of buyers among agents.</summary>
    protected static int BuyersOf(IReadOnlyList<DeclaredAgent> agents) => agents.Count(agent => agent.Side == AgentSide.Buyer);
}

/// <summary>An exchange with one price for all buyers and one for all sellers.</summary>
internal sealed class ExchangeSubject<TMechanism, TMoney>(int buyers) : AnyExchangeSubject<TMoney>(buyers)
    where TMechanism : IExchange<TMoney>
    where TMoney : struct, INumber<TMoney>
{
    private readonly IOutcomeReader<Trades<TMoney>> _reader = OutcomeReader.Find<Trades<TMoney>>()!;

    /// <summary>Reads a mechanism.</summary>
    public static Subject Create(DeclaredMechanism mechanism, AuditSetup setup)
    {
        var agents = DeclaredAgents.OfExchange(mechanism, setup);
        var buyers = BuyersOf(agents);
        return new ExchangeSubject<TMechanism, TMoney>(buyers)
        {
            Name = mechanism.Type.Name,
            Parties = PartiesOf(mechanism, setup, agents),
            Setting = SettingOf(buyers, agents.Count),
            LargestAmount = mechanism.Amounts().DefaultIfEmpty(0).Max(),
        };
    }

    /// <inheritdoc/>
    protected override Settlement Run(TMoney[] bids, TMoney[] costs) => _reader.Read(TMechanism.Run(bids, costs), bids.Length + costs.Length);
}

/// <summary>An exchange with a price for each agent.</summary>
internal sealed class PricedExchangeSubject<TMechanism, TMoney>(int buyers) : AnyExchangeSubject<TMoney>(buyers)
    where TMechanism : IPricedExchange<TMoney>
    where TMoney : struct, INumber<TMoney>
{
    private readonly IOutcomeReader<PricedTrades<TMoney>> _reader = OutcomeReader.Find<PricedTrades<TMoney>>()!;

    /// <summary>Reads a mechanism.</summary>
    public static Subject Create(DeclaredMechanism mechanism, AuditSetup setup)
    {
        var agents = DeclaredAgents.OfExchange(mechanism, setup);
        var buyers = BuyersOf(agents);
        return new PricedExchangeSubject<TMechanism, TMoney>(buyers)
        {
            Name = mechanism.Type.Name,
            Parties = PartiesOf(mechanism, setup, agents),
            Setting = SettingOf(buyers, agents.Count),
            LargestAmount = mechanism.Amounts().DefaultIfEmpty(0).Max(),
        };
    }

    /// <inheritdoc/>
    protected override Settlement Run(TMoney[] bids, TMoney[] costs) => _reader.Read(TMechanism.Run(bids, costs), bids.Length + costs.Length);
}
