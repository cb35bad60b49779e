using System.Runtime.ExceptionServices;
using MechanismDsl.Auditing.Declarations;
using MechanismDsl.Auditing.Exact;
using MechanismDsl.Auditing.Subjects;

namespace MechanismDsl.Auditing.Simulating;

/// <summary>Draws profiles block by block. Every block has random numbers and sums of its own, which are added in order: the result does not depend on the number of threads.</summary>
internal sealed class SimulationRun
{
    /// <summary>The most profiles that are played at once.</summary>
    internal const int Chunk = 512;

    /// <summary>The most numbers that are drawn at once: they stay in the first-level cache.</summary>
    private const int Numbers = 2048;

    /// <summary>The profiles of a block.</summary>
    private const int Block = 8192;

    private readonly Subject _subject;
    private readonly TypeDraws _draws;
    private readonly AuditSetup _setup;
    private readonly IBlockPlayer? _player;
    private readonly int[] _bands;

    private SimulationRun(Subject subject, TypeDraws draws, AuditSetup setup)
    {
        (_subject, _draws, _setup) = (subject, draws, setup);
        _bands = [.. draws.Samplers.Select(sampler => sampler.Bands.Count)];
        _player = draws.AreIndependent && subject.Parties.All(party => party.Dimensions.Count == 1) ? subject.BlockPlayer() : null;
    }

    /// <summary>Simulates a mechanism.</summary>
    /// <exception cref="AuditException">There is no prior, or the mechanism refuses a profile.</exception>
    public static Simulation Of(Subject subject, DeclaredMechanism mechanism, AuditSetup setup, long draws, int threads, IProgress<double>? progress, CancellationToken cancellation)
    {
        if (draws < 2 || threads < 1)
        {
            throw new AuditException(FormattableString.Invariant($"A simulation of {draws} draws by {threads} threads estimates nothing: at least 2 draws and 1 thread are needed."));
        }

        var run = new SimulationRun(subject, TypeDraws.Of(subject, mechanism, setup), setup);
        var sum = run.Draw(draws, threads, progress, cancellation);
        return new Simulation(subject.Name, draws, setup.Seed, sum.Revenue.Over(draws), sum.Welfare.Over(draws), subject.Setting.IsForAll ? null : sum.Served.Over(draws), [.. subject.Parties.Select((party, agent) => run.Agent(party, agent, sum, draws))])
        {
            ExactRevenue = IsDeclared(setup) ? ExactExpectations.Revenue(mechanism.Type, subject.Parties.Count) : null,
            ExactWelfare = IsDeclared(setup) ? ExactExpectations.Welfare(mechanism.Type, subject.Parties.Count) : null,
        };
    }

    /// <summary>What the compiler computed is about the declared prior.</summary>
    private static bool IsDeclared(AuditSetup setup) => setup.Types is null && setup.Vectors is null && setup.Weights is null && setup.JointWeights is null;

    private Tally Draw(long draws, int threads, IProgress<double>? progress, CancellationToken cancellation)
    {
        var blocks = new Tally[checked((int)((draws + Block - 1) / Block))];
        var done = 0;
        try
        {
            Parallel.For(0, blocks.Length, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, block =>
            {
                blocks[block] = DrawBlock(block, (int)Math.Min(Block, draws - ((long)block * Block)));
                progress?.Report((double)Interlocked.Increment(ref done) / blocks.Length);
            });
        }
        catch (AggregateException failed) when (failed.InnerExceptions[0] is ArgumentException or ArithmeticException)
        {
            throw new AuditException($"'{_subject.Name}' refuses types that are drawn: {failed.InnerExceptions[0].Message}");
        }
        catch (AggregateException failed)
        {
            ExceptionDispatchInfo.Throw(failed.InnerExceptions[0]);
        }

        var sum = new Tally(_bands);
        foreach (var block in blocks)
        {
            sum.Add(block);
        }

        return double.IsFinite(sum.Revenue.Over(draws).Mean) && double.IsFinite(sum.Welfare.Over(draws).Mean)
            ? sum
            : throw new AuditException($"'{_subject.Name}' answers a draw with a payment that is not a number.");
    }

    private Tally DrawBlock(int block, int profiles)
    {
        var (stream, tally) = (new UniformStream(_setup.Seed, block), new Tally(_bands));
        var chunk = Math.Clamp(Numbers / _draws.Width, 8, Chunk);
        var uniforms = new double[chunk * _draws.Width];
        var kept = _player is null || _draws.Samplers.All(sampler => sampler.TellsBandOfType) ? [] : new double[uniforms.Length];
        for (var first = 0; first < profiles; first += chunk)
        {
            var rows = Math.Min(chunk, profiles - first);
            var drawn = uniforms.AsSpan(0, rows * _draws.Width);
            stream.Fill(drawn);
            if (_player is null)
            {
                PlayRows(drawn, tally);
            }
            else
            {
                // The uniform numbers are kept where types do not tell them.
                var bands = kept.Length == 0 ? drawn : kept.AsSpan(0, drawn.Length);
                if (kept.Length > 0)
                {
                    drawn.CopyTo(bands);
                }

                Transform(drawn);
                _player.Play(drawn, bands, _draws.Samplers, tally);
            }
        }

        return tally;
    }

    /// <summary>Types by the inverses of the distributions: in one go where all agents are alike.</summary>
    private void Transform(Span<double> types)
    {
        if (_subject.Parties.All(party => party.Prior == _subject.Parties[0].Prior && party.Prior is not null))
        {
            _draws.Samplers[0].Transform(types, 1);
            return;
        }

        for (var agent = 0; agent < _draws.Samplers.Length; agent++)
        {
            _draws.Samplers[agent].Transform(types[agent..], _draws.Samplers.Length);
        }
    }

    private void PlayRows(ReadOnlySpan<double> uniforms, Tally tally)
    {
        var agents = _subject.Parties.Count;
        var (types, bands) = (new double[agents][], new int[agents]);
        for (var row = 0; row < uniforms.Length; row += _draws.Width)
        {
            _draws.At(uniforms.Slice(row, _draws.Width), types, bands);
            for (var agent = 0; agent < agents; agent++)
            {
                types[agent] = Legal(agent, types[agent]);
            }

            Note(types, bands, _subject.Play(types), tally);
        }
    }

    private double[] Legal(int agent, double[] type)
    {
        var dimensions = _subject.Parties[agent].Dimensions;
        return type.Length == 1 && dimensions.Count == 1 && dimensions[0].Step > 0 ? [dimensions[0].Legal(type[0])] : type;
    }

    private void Note(double[][] types, int[] bands, Settlement settlement, Tally tally)
    {
        var (paid, welfare, isServed) = (0.0, _subject.Setting.Cost is null ? 0 : -Rational.Near(_subject.Cost(settlement)), false);
        for (var agent = 0; agent < types.Length; agent++)
        {
            var (worth, payment, lot) = (_subject.Near(agent, types[agent], settlement), settlement.Payments[agent].Near, settlement.Draws.IsEmpty ? settlement.Lots[agent] : Lot.None);
            var quantity = lot.Item < 0 ? 0 : Math.Abs(lot.Quantity);
            paid += payment;
            welfare += worth;
            isServed |= quantity > 0;
            tally.Note(agent, bands[agent], worth - payment, quantity);
        }

        tally.Revenue.Add(paid);
        tally.Welfare.Add(welfare);
        tally.Served.Add(isServed ? 1 : 0);
    }

    private SimulatedAgent Agent(Party party, int agent, Tally sum, long draws)
    {
        var sampler = _draws.Samplers[agent];
        return new SimulatedAgent(
            party.Name,
            sum.Agent(agent).Utility.Over(draws),
            sum.Agent(agent).Quantity.Over(draws),
            [.. sampler.Bands.Select((band, index) => new TypeBand(
                band.Low,
                band.High,
                band.Probability,
                sum.Bands[(agent * sum.Width) + index].Utility.Over(draws, band.Probability),
                sum.Bands[(agent * sum.Width) + index].Quantity.Over(draws, band.Probability)))]);
    }
}
