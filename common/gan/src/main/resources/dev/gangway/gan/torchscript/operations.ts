class Ops(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  def convolve(self: __torch__.Ops, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    return torch.conv2d(x, weight, bias, [1, 1], [0, 0])
  def convolve_same(self: __torch__.Ops, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    return torch.conv2d(x, weight, bias, [1, 1], [1, 1])
  def convolve_halving(self: __torch__.Ops, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    return torch.conv2d(x, weight, bias, [2, 2], [1, 1])
  def transposed_convolve(self: __torch__.Ops, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    return torch.conv_transpose2d(x, weight, bias, [1, 1], [0, 0])
  def transposed_convolve_doubling(self: __torch__.Ops, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    return torch.conv_transpose2d(x, weight, bias, [2, 2], [1, 1])
  def convolve_bfloat16(self: __torch__.Ops, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    y = torch.conv2d(torch.to(x, 15), torch.to(weight, 15), torch.to(bias, 15), [1, 1], [0, 0])
    return torch.to(y, 6)
  def convolve_same_bfloat16(self: __torch__.Ops, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    y = torch.conv2d(torch.to(x, 15), torch.to(weight, 15), torch.to(bias, 15), [1, 1], [1, 1])
    return torch.to(y, 6)
  def convolve_halving_bfloat16(self: __torch__.Ops, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    y = torch.conv2d(torch.to(x, 15), torch.to(weight, 15), torch.to(bias, 15), [2, 2], [1, 1])
    return torch.to(y, 6)
  def transposed_convolve_bfloat16(self: __torch__.Ops, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    y = torch.conv_transpose2d(torch.to(x, 15), torch.to(weight, 15), torch.to(bias, 15), [1, 1], [0, 0])
    return torch.to(y, 6)
  def transposed_convolve_doubling_bfloat16(self: __torch__.Ops, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    y = torch.conv_transpose2d(torch.to(x, 15), torch.to(weight, 15), torch.to(bias, 15), [2, 2], [1, 1])
    return torch.to(y, 6)
  def upsample(self: __torch__.Ops, x: Tensor) -> Tensor:
    height = torch.mul(torch.size(x, 2), 2)
    width = torch.mul(torch.size(x, 3), 2)
    return torch.upsample_bilinear2d(x, [height, width], False, None, None)
  def leaky_relu(self: __torch__.Ops, x: Tensor) -> Tensor:
    return torch.leaky_relu(x, 0.20000000000000001)
  def average_halving(self: __torch__.Ops, x: Tensor) -> Tensor:
    return torch.avg_pool2d(x, [2, 2], [2, 2], [0, 0], False, True, None)
  def pixel_norm(self: __torch__.Ops, x: Tensor) -> Tensor:
    square = torch.mean(torch.mul(x, x), [1], True)
    return torch.mul(x, torch.rsqrt(torch.add(square, 1e-08)))
  def batch_norm(self: __torch__.Ops, x: Tensor, scale: Tensor, shift: Tensor, mean: Tensor, variance: Tensor) -> Tensor:
    return torch.batch_norm(x, scale, shift, mean, variance, False, 0.10000000000000001, 1.0000000000000001e-05, False)
  def batch_norm_learning(self: __torch__.Ops, x: Tensor, scale: Tensor, shift: Tensor, mean: Tensor, variance: Tensor) -> Tensor:
    return torch.batch_norm(x, scale, shift, mean, variance, True, 0.10000000000000001, 1.0000000000000001e-05, False)
  def batch_norm_of_batch(self: __torch__.Ops, x: Tensor, scale: Tensor, shift: Tensor, mean: Tensor, variance: Tensor) -> Tensor:
    return torch.batch_norm(x, scale, shift, None, None, True, 0., 1.0000000000000001e-05, False)
  def minibatch_deviation(self: __torch__.Ops, x: Tensor, running: Tensor) -> Tensor:
    one = torch.reshape(running, [1, 1, 1, 1])
    return torch.cat([x, torch.expand(one, [torch.size(x, 0), 1, torch.size(x, 2), torch.size(x, 3)])], 1)
  def minibatch_deviation_learning(self: __torch__.Ops, x: Tensor, running: Tensor) -> Tensor:
    centred = torch.sub(x, torch.mean(x, [0], True))
    variance = torch.mean(torch.mul(centred, centred), [0], False)
    deviation = torch.mean(torch.sqrt(torch.add(variance, 1e-08)))
    _0 = torch.add_(torch.mul_(running, 0.90000000000000002), torch.mul(torch.detach(deviation), 0.10000000000000001))
    one = torch.reshape(deviation, [1, 1, 1, 1])
    return torch.cat([x, torch.expand(one, [torch.size(x, 0), 1, torch.size(x, 2), torch.size(x, 3)])], 1)
  def minibatch_deviation_of_batch(self: __torch__.Ops, x: Tensor, running: Tensor) -> Tensor:
    centred = torch.sub(x, torch.mean(x, [0], True))
    variance = torch.mean(torch.mul(centred, centred), [0], False)
    one = torch.reshape(torch.mean(torch.sqrt(torch.add(variance, 1e-08))), [1, 1, 1, 1])
    return torch.cat([x, torch.expand(one, [torch.size(x, 0), 1, torch.size(x, 2), torch.size(x, 3)])], 1)
  def differentiable_gradient(self: __torch__.Ops, y: Tensor, x: Tensor) -> Tensor:
    found = torch.autograd.grad([y], [x], None, True, True, False)
    return unchecked_cast(Tensor, found[0])
  def gradients(self: __torch__.Ops, y: Tensor, xs: List[Tensor]) -> List[Tensor]:
    found = torch.autograd.grad([y], xs, None, False, False, True)
    result = annotate(List[Tensor], [])
    for i in range(torch.len(found)):
      one = found[i]
      if torch.__is__(one, None):
        gradient = torch.zeros_like(xs[i])
      else:
        gradient = unchecked_cast(Tensor, one)
      _0 = torch.append(result, torch.contiguous(gradient))
    return result
  def adam(self: __torch__.Ops, parameters: List[Tensor], gradients: List[Tensor], means: List[Tensor], squares: List[Tensor], steps: List[Tensor], rate: float, beta1: float, beta2: float, epsilon: float) -> NoneType:
    _0 = torch._foreach_add_(steps, 1)
    _1 = torch._fused_adam_(parameters, gradients, means, squares, annotate(List[Tensor], []), steps, lr=rate, beta1=beta1, beta2=beta2, weight_decay=0., eps=epsilon, amsgrad=False, maximize=False)
    return None
  def rms_prop(self: __torch__.Ops, parameters: List[Tensor], gradients: List[Tensor], squares: List[Tensor], rate: float, alpha: float, epsilon: float) -> NoneType:
    _0 = torch._foreach_mul_(squares, alpha)
    _1 = torch._foreach_addcmul_(squares, gradients, gradients, torch.sub(1., alpha))
    roots = torch._foreach_sqrt(squares)
    _2 = torch._foreach_add_(roots, epsilon)
    _3 = torch._foreach_addcdiv_(parameters, gradients, roots, torch.neg(rate))
    return None
  def nesterov(self: __torch__.Ops, parameters: List[Tensor], gradients: List[Tensor], velocities: List[Tensor], rate: float, momentum: float) -> NoneType:
    _0 = torch._foreach_mul_(velocities, momentum)
    _1 = torch._foreach_add_(velocities, gradients)
    _2 = torch._foreach_add_(parameters, gradients, alpha=torch.neg(rate))
    _3 = torch._foreach_add_(parameters, velocities, alpha=torch.neg(torch.mul(rate, momentum)))
    return None
  def clip(self: __torch__.Ops, parameters: List[Tensor], limit: float) -> NoneType:
    _0 = torch._foreach_clamp_min_(parameters, torch.neg(limit))
    _1 = torch._foreach_clamp_max_(parameters, limit)
    return None
  def average(self: __torch__.Ops, averages: List[Tensor], values: List[Tensor], weight: float) -> NoneType:
    _0 = torch._foreach_lerp_(averages, values, weight)
    return None
  def total_norm(self: __torch__.Ops, xs: List[Tensor]) -> Tensor:
    return torch.linalg_vector_norm(torch.stack(torch._foreach_norm(xs, 2), 0), 2)
