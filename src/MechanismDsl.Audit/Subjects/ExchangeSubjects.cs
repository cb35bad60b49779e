using System.Numerics;
using MechanismDsl.Auditing.Declarations;
using MechanismDsl.Auditing.Settings;

namespace MechanismDsl.Auditing.Subjects;

/// <summary>An exchange: buyers come first, then sellers.</summary>
/// <param name="buyers">The number of buyers.</param>
/// <param name="run">Runs the exchange on bids and costs.</param>
internal sealed class AnyExchangeSubject<TMoney>(int buyers, Func<TMoney[], TMoney[], Settlement> run) : MoneySubject<TMoney>
    where TMoney : struct, INumber<TMoney>
{
    private const int MostAgents = 16;

    /// <summary>Reads a mechanism.</summary>
    public static Subject Create(DeclaredMechanism mechanism, AuditSetup setup, Func<TMoney[], TMoney[], Settlement> run)
    {
        var agents = DeclaredAgents.OfExchange(mechanism, setup);
        var buyers = agents.Count(agent => agent.Side == AgentSide.Buyer);
        return new AnyExchangeSubject<TMoney>(buyers, run)
        {
            Name = mechanism.Type.Name,
            Parties = [.. agents.Select((agent, index) => Party.Of(mechanism, setup, agent, index, Dimensions(mechanism, 1, string.Empty)))],
            Setting = new Setting
            {
                Worth = new Worth.PerUnit(0, []),
                Feasible = agents.Count <= MostAgents ? () => FeasibleLots.Trades(buyers, agents.Count - buyers) : null,
            },
            LargestAmount = mechanism.Amounts().DefaultIfEmpty(0).Max(),
        };
    }

    /// <inheritdoc/>
    public override Settlement Run(IReadOnlyList<double[]> reports) =>
        run(Money(reports.Take(buyers).Select(report => report[0])), Money(reports.Skip(buyers).Select(report => report[0])));
}

/// <summary>An exchange with one price for all buyers and one for all sellers.</summary>
internal static class ExchangeSubject<TMechanism, TMoney>
    where TMechanism : IExchange<TMoney>
    where TMoney : struct, INumber<TMoney>
{
    /// <summary>Reads a mechanism.</summary>
    public static Subject Create(DeclaredMechanism mechanism, AuditSetup setup)
    {
        var reader = OutcomeReader.Find<Trades<TMoney>>()!;
        return AnyExchangeSubject<TMoney>.Create(mechanism, setup, (bids, costs) => reader.Read(TMechanism.Run(bids, costs), bids.Length + costs.Length));
    }
}

/// <summary>An exchange with a price for each agent.</summary>
internal static class PricedExchangeSubject<TMechanism, TMoney>
    where TMechanism : IPricedExchange<TMoney>
    where TMoney : struct, INumber<TMoney>
{
    /// <summary>Reads a mechanism.</summary>
    public static Subject Create(DeclaredMechanism mechanism, AuditSetup setup)
    {
        var reader = OutcomeReader.Find<PricedTrades<TMoney>>()!;
        return AnyExchangeSubject<TMoney>.Create(mechanism, setup, (bids, costs) => reader.Read(TMechanism.Run(bids, costs), bids.Length + costs.Length));
    }
}
