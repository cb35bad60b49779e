namespace MechanismDsl.Generators.Tests.OwnRules;

/// <summary>
/// Derived payments against brute force on every monotone rule of the labelled corpus: a winner's price is the least report that still wins, chances cost
/// their integral, truth is a best reply, and nobody loses by taking part.
/// </summary>
public class CorpusTests
{
    public static TheoryData<string> Choices => [.. Corpus.Allocations.Where(rule => rule.Answer != "double[]").Select(rule => rule.Name)];

    public static TheoryData<string> Lotteries => [.. Corpus.Allocations.Where(rule => rule.Answer == "double[]").Select(rule => rule.Name)];

    public static TheoryData<string> ScoreNames => [.. Corpus.Scores.Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Choices))]
    public void AThresholdIsTheLeastReportThatIsServed(string name)
    {
        var rule = Corpus.Allocations.Single(rule => rule.Name == name);
        var (run, ask) = (Corpus.Run(name), Corpus.Ask(name));
        var draws = new Draws(1);
        for (var profile = 0; profile < 120; profile++)
        {
            var bids = Enumerable.Range(0, rule.Agents).Select(_ => draws.Below(3) == 0 ? 10.0 * draws.Below(11) : 100 * draws.Uniform()).ToArray();
            var (outcome, served) = (run(bids), ask(bids));
            for (var agent = 0; agent < bids.Length; agent++)
            {
                Assert.Equal(served[agent], outcome[agent].Quantity);
                var price = outcome[agent].Payment;
                if (served[agent] == 0)
                {
                    Assert.Equal(0, price);
                    continue;
                }

                Assert.InRange(price, 0, bids[agent]);
                // The threshold is the least report that wins, or its neighbour below, which loses.
                var least = With(price) == 1 ? price : Math.BitIncrement(price);
                Assert.Equal(1, With(least));
                Assert.True(least == 0 || With(Math.BitDecrement(least)) == 0);
                for (var step = 0; step <= 40; step++)
                {
                    Assert.Equal(2.5 * step >= least ? 1 : 0, With(2.5 * step));
                }

                double With(double report) => ask([.. bids.Select((bid, index) => index == agent ? report : bid)])[agent];
            }

            AssertTruthIsBest(run, bids, 0, 100, draws);
        }
    }

    [Theory]
    [MemberData(nameof(Lotteries))]
    public void AChanceCostsItsIntegral(string name)
    {
        var rule = Corpus.Allocations.Single(rule => rule.Name == name);
        var (run, ask) = (Corpus.Run(name), Corpus.Ask(name));
        var draws = new Draws(2);
        for (var profile = 0; profile < 20; profile++)
        {
            var bids = Enumerable.Range(0, rule.Agents).Select(_ => 0.01 + (99.99 * draws.Uniform())).ToArray();
            var (outcome, chances) = (run(bids), ask(bids));
            for (var agent = 0; agent < bids.Length; agent++)
            {
                Assert.Equal(chances[agent], outcome[agent].Quantity);
                Assert.Equal((bids[agent] * chances[agent]) - Integral(name, bids, agent), outcome[agent].Payment, 1e-12 * bids[agent]);
            }

            AssertTruthIsBest(run, bids, 0.01, 100, draws, 1e-11);
        }
    }

    /// <summary>∫ q from 0.01 to the agent's bid, in closed form.</summary>
    private static double Integral(string name, double[] bids, int agent)
    {
        const double Low = 0.01;
        var bid = bids[agent];
        switch (name)
        {
            case "A10_ProportionalLottery":
                var others = bids.Sum() - bid;
                return bid - Low - (others * Math.Log((bid + others) / (Low + others)));
            case "A11_SoftmaxLottery":
                var rest = bids.Sum(other => Math.Exp(other / 20)) - Math.Exp(bid / 20);
                return 20 * Math.Log((Math.Exp(bid / 20) + rest) / (Math.Exp(Low / 20) + rest));
            default:
                // min(1, t/20) from the best rival on.
                var rival = bids.Where((_, index) => index != agent).Max();
                double Area(double t) => t < 20 ? t * t / 40 : 10 + (t - 20);
                return bid <= rival ? 0 : Area(bid) - Area(Math.Max(Low, rival));
        }
    }

    [Theory]
    [MemberData(nameof(ScoreNames))]
    public void APriceIsTheThresholdOfTheScore(string name)
    {
        var rule = Corpus.Scores.Single(rule => rule.Name == name);
        var (run, score) = (Corpus.RunScore(name), Corpus.Score(name));
        var draws = new Draws(3);
        for (var profile = 0; profile < 400; profile++)
        {
            var agents = 1 + draws.Below(4);
            var x = Enumerable.Range(0, agents).Select(_ => Math.Max(rule.Low, rule.High * (draws.Below(3) == 0 ? draws.Below(11) / 10.0 : draws.Uniform()))).ToArray();
            var y = Enumerable.Range(0, agents).Select(_ => 0.1 + (0.9 * draws.Uniform())).ToArray();
            var (winner, price) = run(x, y);
            Assert.Equal(Winner(x), winner);
            if (winner < 0)
            {
                Assert.Equal(0, price);
                continue;
            }

            Assert.InRange(price, rule.Low, x[winner]);
            var least = Wins(price) ? price : Math.BitIncrement(price);
            Assert.True(Wins(least));
            Assert.True(least == rule.Low || !Wins(Math.BitDecrement(least)));
            for (var step = 0; step <= 40; step++)
            {
                // Rules that are monotone in real numbers only may flicker within rounding of their threshold.
                var report = rule.Low + ((rule.High - rule.Low) * step / 40);
                Assert.True(Math.Abs(report - price) <= 1e-12 * price || Wins(report) == (report >= least));
            }

            bool Wins(double report) => Winner([.. x.Select((own, agent) => agent == winner ? report : own)]) == winner;

            int Winner(double[] reports)
            {
                var best = -1;
                for (var agent = 0; agent < reports.Length; agent++)
                {
                    var own = score(reports[agent], y[agent]);
                    best = own >= 0 && (best < 0 || own > score(reports[best], y[best])) ? agent : best;
                }

                return best;
            }
        }
    }

    private static void AssertTruthIsBest(Func<double[], (double Quantity, double Payment)[]> run, double[] values, double low, double high, Draws draws, double rounding = 0)
    {
        var truth = run(values);
        for (var agent = 0; agent < values.Length; agent++)
        {
            var utility = (values[agent] * truth[agent].Quantity) - truth[agent].Payment;
            Assert.True(utility >= -rounding * values[agent]);
            for (var trial = 0; trial < 8; trial++)
            {
                var lie = (double[])values.Clone();
                lie[agent] = trial == 0 ? low : trial == 1 ? high : low + ((high - low) * draws.Uniform());
                var gained = run(lie)[agent];
                Assert.True((values[agent] * gained.Quantity) - gained.Payment <= utility + (rounding * values[agent]));
            }
        }
    }

    /// <summary>Reproducible random numbers (SplitMix64, Steele, Lea and Flood 2014).</summary>
    private sealed class Draws(ulong seed)
    {
        private ulong _state = seed;

        public double Uniform() => (Next() >> 11) / (double)(1UL << 53);

        public int Below(int bound) => (int)(Next() % (ulong)bound);

        private ulong Next()
        {
            var z = _state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
