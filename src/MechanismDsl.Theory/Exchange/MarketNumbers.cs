using MechanismDsl.Theory.Bayesian;

namespace MechanismDsl.Theory.Exchange;

/// <summary>Expectations of an exchange of single units, with truthful reports under the priors.</summary>
/// <param name="FirstBest">Gains of efficient trade.</param>
/// <param name="Gains">Gains of the trades that are made: values of buyers less costs of sellers.</param>
/// <param name="Trades">The number of trades.</param>
/// <param name="Surplus">What buyers pay less what sellers receive.</param>
public sealed record MarketNumbers(Amount FirstBest, Amount Gains, Amount Trades, Amount Surplus);
