using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.SingleParameter.Equilibria;
using MechanismDsl.Theory.SingleParameter.Expectations;

namespace MechanismDsl.Theory.Tests.Expectations;

/// <summary>Every long computation gives up when it is told to.</summary>
public sealed class CancellationTests
{
    private static readonly CancellationToken Cancelled = new(canceled: true);

    [Fact]
    public void Quadrature_stops_between_refinements()
    {
        using var source = new CancellationTokenSource();
        var quadrature = new TanhSinh(1, cancellation: source.Token);
        var evaluations = 0;
        Assert.Throws<OperationCanceledException>(() => quadrature.Add((_, _, values) =>
        {
            values[0] = 1;
            if (++evaluations == 3)
            {
                source.Cancel();
            }
        }));
        Assert.InRange(evaluations, 3, 25);
    }

    [Fact]
    public void Expectations_and_equilibria_pass_the_token_on()
    {
        var agent = Rules.Optimal(new LognormalPrior(0, 1));
        Assert.Throws<OperationCanceledException>(() => AuctionExpectations.Alike(agent, [2], cancellation: Cancelled));
        Assert.Throws<OperationCanceledException>(() => AuctionExpectations.Named([agent, agent], cancellation: Cancelled));
        Assert.Throws<OperationCanceledException>(() => AuctionExpectations.Named([Rules.Bidder(new UniformPrior(0, 1)), Rules.Bidder(new BetaPrior(2, 2))], cancellation: Cancelled));
        Assert.Throws<OperationCanceledException>(() => SymmetricEquilibrium.PayAsBid(new LognormalPrior(0, 1), 2, 0, Cancelled));
        Assert.Throws<OperationCanceledException>(() => SymmetricEquilibrium.AllPay(new LognormalPrior(0, 1), 2, 0, Cancelled));
    }
}
